package io.lakewright.databricks;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.PatCredentialsProvider;
import com.databricks.sdk.core.oauth.OAuthM2MServicePrincipalCredentialsProvider;
import com.databricks.sdk.service.catalog.ColumnInfo;
import com.databricks.sdk.service.catalog.ListCatalogsRequest;
import com.databricks.sdk.service.catalog.ListCatalogsResponse;
import com.databricks.sdk.service.catalog.ListSchemasRequest;
import com.databricks.sdk.service.catalog.ListSchemasResponse;
import com.databricks.sdk.service.catalog.ListTablesRequest;
import com.databricks.sdk.service.catalog.ListTablesResponse;
import com.databricks.sdk.service.catalog.TableConstraint;
import com.databricks.sdk.service.catalog.TableInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a workspace has. Every method asks the workspace and answers what the credentials may see; failures are
 * {@link io.lakewright.core.ProblemException}s LW-2301 to LW-2309. Safe for concurrent use.
 */
public final class Workspace {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Leaves the size of a page to the server (databricks.md R-02). */
    private static final long SERVER_PAGES = 0;

    private static final int MAXIMUM_PAGES = 10_000;

    private final WorkspaceClient client;
    private final Failures failures;

    private Workspace(WorkspaceClient client, Failures failures) {
        this.client = client;
        this.failures = failures;
    }

    /** Prepares a connection; the credentials are tried with the first question. */
    public static Workspace connect(WorkspaceAddress address, WorkspaceCredentials credentials) {
        DatabricksConfig config =
                new DatabricksConfig().setHost(address.host()).setHttpClient(new BoundedHttp(address.host(), PATIENCE));
        switch (credentials) {
            // The provider is named, so that the SDK looks for no other credentials in files, tools or the environment.
            case WorkspaceCredentials.Token token ->
                config.setAuthType("pat").setToken(token.value()).setCredentialsProvider(new PatCredentialsProvider());
            case WorkspaceCredentials.OAuthClient oauth ->
                config.setAuthType("oauth-m2m")
                        .setClientId(oauth.id())
                        .setClientSecret(oauth.secret())
                        .setCredentialsProvider(new OAuthM2MServicePrincipalCredentialsProvider());
        }
        Failures failures = new Failures(address.host());
        return new Workspace(failures.explaining("the workspace", () -> new WorkspaceClient(config)), failures);
    }

    public List<String> catalogs() {
        return failures.explaining("the catalogs", () -> {
            List<String> names = new ArrayList<>();
            ListCatalogsRequest request = new ListCatalogsRequest().setMaxResults(SERVER_PAGES);
            pages(token -> {
                ListCatalogsResponse page = client.catalogs().impl().list(request.setPageToken(token));
                all(page.getCatalogs()).forEach(catalog -> names.add(text(catalog.getName())));
                return page.getNextPageToken();
            });
            return sorted(names);
        });
    }

    /** The schemas of a catalog without the one that describes it. */
    public List<String> schemas(String catalog) {
        return failures.explaining("the catalog \"" + catalog + "\"", () -> {
            List<String> names = new ArrayList<>();
            ListSchemasRequest request =
                    new ListSchemasRequest().setCatalogName(catalog).setMaxResults(SERVER_PAGES);
            pages(token -> {
                ListSchemasResponse page = client.schemas().impl().list(request.setPageToken(token));
                all(page.getSchemas()).forEach(schema -> names.add(text(schema.getName())));
                return page.getNextPageToken();
            });
            names.removeIf("information_schema"::equalsIgnoreCase);
            return sorted(names);
        });
    }

    /** The tables of a schema, without their keys: a list of Databricks does not carry any. */
    public List<LakeTable> tables(String catalog, String schema) {
        return failures.explaining("the schema \"" + catalog + "." + schema + "\"", () -> {
            List<LakeTable> tables = new ArrayList<>();
            ListTablesRequest request = new ListTablesRequest()
                    .setCatalogName(catalog)
                    .setSchemaName(schema)
                    .setMaxResults(SERVER_PAGES);
            pages(token -> {
                ListTablesResponse page = client.tables().impl().list(request.setPageToken(token));
                all(page.getTables()).forEach(table -> tables.add(table(table)));
                return page.getNextPageToken();
            });
            tables.sort(Comparator.comparing(LakeTable::name));
            return List.copyOf(tables);
        });
    }

    /** One table with its primary and foreign keys; unique keys are known to {@link InformationSchema} only (C-06). */
    public LakeTable table(String catalog, String schema, String name) {
        String fullName = catalog + "." + schema + "." + name;
        return failures.explaining(
                "the table \"" + fullName + "\"", () -> table(client.tables().get(fullName)));
    }

    /** The keys of a catalog, through a warehouse. */
    public InformationSchema informationSchema(String warehouse) {
        return new InformationSchema(new Statements(client.statementExecution(), failures, warehouse));
    }

    /** A warehouse, asked about the rows of tables. */
    public Warehouse warehouse(String id) {
        return new Warehouse(new Statements(client.statementExecution(), failures, id));
    }

    /** Reads pages until none follows. The SDK's own lists end at an empty page, behind which there may be more. */
    private static void pages(UnaryOperator<@Nullable String> read) {
        @Nullable String token = null;
        for (int page = 0; page < MAXIMUM_PAGES; page++) {
            token = read.apply(token);
            if (token == null || token.isEmpty()) {
                return;
            }
        }
    }

    private static LakeTable table(TableInfo info) {
        Map<String, String> properties = info.getProperties() == null ? Map.of() : info.getProperties();
        List<LakeTable.LakeColumn> columns = all(info.getColumns()).stream()
                .sorted(Comparator.comparingLong(column -> column.getPosition() == null ? 0 : column.getPosition()))
                .map(Workspace::column)
                .toList();
        List<LakeKey> keys = new ArrayList<>();
        all(info.getTableConstraints()).forEach(constraint -> key(constraint).ifPresent(keys::add));
        return new LakeTable(
                text(info.getSchemaName()),
                text(info.getName()),
                info.getTableType() == null ? "" : info.getTableType().name(),
                Optional.ofNullable(info.getComment()).filter(comment -> !comment.isBlank()),
                columns,
                keys,
                properties,
                number(properties, "spark.sql.statistics.numRows"),
                number(properties, "spark.sql.statistics.totalSize"));
    }

    private static LakeTable.LakeColumn column(ColumnInfo info) {
        return new LakeTable.LakeColumn(
                text(info.getName()),
                text(info.getTypeText()),
                !Boolean.FALSE.equals(info.getNullable()),
                Optional.ofNullable(info.getComment()).filter(comment -> !comment.isBlank()));
    }

    private static Optional<LakeKey> key(TableConstraint constraint) {
        if (constraint.getPrimaryKeyConstraint() != null) {
            return Optional.of(new LakeKey.Primary(
                    List.copyOf(all(constraint.getPrimaryKeyConstraint().getChildColumns()))));
        }
        var foreign = constraint.getForeignKeyConstraint();
        if (foreign == null) {
            return Optional.empty();
        }
        List<String> parent = List.of(text(foreign.getParentTable()).split("\\.", -1));
        return parent.size() == 3
                ? Optional.of(new LakeKey.Foreign(
                        List.copyOf(all(foreign.getChildColumns())),
                        parent,
                        List.copyOf(all(foreign.getParentColumns()))))
                : Optional.empty();
    }

    private static <T> Collection<T> all(@Nullable Collection<T> values) {
        return values == null ? List.of() : values;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Optional<Long> number(Map<String, String> properties, String name) {
        String value = text(properties.get(name));
        return value.matches("\\d{1,18}") ? Optional.of(Long.parseLong(value)) : Optional.empty();
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }
}
