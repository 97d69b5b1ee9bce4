package io.lakewright.analyzer.read.databricks;

import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.analyzer.read.SourceKind;
import io.lakewright.core.Problem;
import io.lakewright.databricks.Workspace;
import io.lakewright.databricks.WorkspaceAddress;
import io.lakewright.databricks.WorkspaceCredentials;
import java.util.List;

/**
 * A catalog of a Databricks workspace. The password of the options is a token, or the secret of the service principal that
 * the user names.
 */
public record UnityCatalogSource() implements SourceKind {

    /** How personal tokens, and tokens that somebody else exchanged already, begin; secrets of principals never do. */
    private static final List<String> TOKENS = List.of("dapi", "eyJ");

    @Override
    public String words() {
        return "databricks://host/catalog?warehouse=id";
    }

    @Override
    public boolean names(String source) {
        return WorkspaceAddress.matches(source);
    }

    @Override
    public List<String> userVariables() {
        return List.of("DATABRICKS_CLIENT_ID");
    }

    @Override
    public List<String> passwordVariables() {
        return List.of("DATABRICKS_TOKEN", "DATABRICKS_CLIENT_SECRET");
    }

    @Override
    public Opened open(String source, ReadOptions options) {
        WorkspaceAddress address = WorkspaceAddress.parse(source);
        Workspace workspace = Workspace.connect(address, credentials(options));
        SchemaReading reading = new UnityCatalogReader(workspace, address).read(options.schemas());
        return new Opened(
                reading,
                address.warehouse()
                        .map(id -> new WarehouseFigures(reading.schema(), workspace.warehouse(id), address.catalog())));
    }

    private static WorkspaceCredentials credentials(ReadOptions options) {
        String secret = options.password()
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> Problem.invalid(
                                "LW-1570",
                                "Reading a Databricks workspace needs a token or the secret of a service principal.",
                                "Set DATABRICKS_TOKEN, or DATABRICKS_CLIENT_ID and DATABRICKS_CLIENT_SECRET.")
                        .exception());
        return options.user()
                .filter(id -> TOKENS.stream().noneMatch(secret::startsWith))
                .<WorkspaceCredentials>map(id -> new WorkspaceCredentials.OAuthClient(id, secret))
                .orElseGet(() -> new WorkspaceCredentials.Token(secret));
    }
}
