package io.lakewright.engine.worker.catalog;

import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.catalyst.analysis.NamespaceAlreadyExistsException;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.analysis.NonEmptyNamespaceException;
import org.apache.spark.sql.catalyst.analysis.TableAlreadyExistsException;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.NamespaceChange;
import org.apache.spark.sql.connector.catalog.StagedTable;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.catalog.TableInfo;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.delta.catalog.DeltaCatalog;
import org.apache.spark.sql.execution.datasources.v2.V2SessionCatalog;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * One catalog of a script. Its schemas live in Spark's session catalog under a prefix of their own, so schemas of equal
 * name in two catalogs stay apart (fact base, Spark and Delta, "Three-level names").
 *
 * <p>Delta calls some methods from others with names that were mapped already; mapping twice changes nothing.
 */
public final class AliasCatalog extends DeltaCatalog {

    /** The option that tells catalogs apart. */
    public static final String ORDINAL = "ordinal";

    private String alias = "";
    private String prefix = "";

    @Override
    public void initialize(String name, CaseInsensitiveStringMap options) {
        alias = name;
        prefix = prefix(options.getInt(ORDINAL, 0));
        setDelegateCatalog(
                new V2SessionCatalog(SparkSession.active().sessionState().catalog()));
        super.initialize(name, options);
    }

    /** What the schemas of the n-th catalog begin with in the session catalog. */
    public static String prefix(int ordinal) {
        return "lw" + ordinal + "__";
    }

    @Override
    public String name() {
        return alias;
    }

    private String[] inner(String[] namespace) {
        return Arrays.stream(namespace)
                .map(part -> part.startsWith(prefix) ? part : prefix + PlainName.encode(part))
                .toArray(String[]::new);
    }

    private Identifier inner(Identifier name) {
        return Identifier.of(inner(name.namespace()), PlainName.encode(name.name()));
    }

    private String[] outer(String[] namespace) {
        return Arrays.stream(namespace)
                .map(part -> part.startsWith(prefix) ? PlainName.decode(part.substring(prefix.length())) : part)
                .toArray(String[]::new);
    }

    private boolean own(String[] namespace) {
        return namespace.length == 1 && namespace[0].startsWith(prefix);
    }

    @Override
    public Table loadTable(Identifier name) {
        return super.loadTable(inner(name));
    }

    @Override
    public Table loadTable(Identifier name, long timestamp) {
        return super.loadTable(inner(name), timestamp);
    }

    @Override
    public Table loadTable(Identifier name, String version) {
        return super.loadTable(inner(name), version);
    }

    @Override
    public boolean tableExists(Identifier name) {
        return super.tableExists(inner(name));
    }

    @Override
    public void invalidateTable(Identifier name) {
        super.invalidateTable(inner(name));
    }

    @Override
    public Table createTable(
            Identifier name, Column[] columns, Transform[] partitions, Map<String, String> properties) {
        return super.createTable(inner(name), columns, partitions, properties);
    }

    @Override
    public StagedTable stageCreate(Identifier name, TableInfo table)
            throws TableAlreadyExistsException, NoSuchNamespaceException {
        return super.stageCreate(inner(name), table);
    }

    @Override
    public StagedTable stageReplace(Identifier name, TableInfo table)
            throws NoSuchNamespaceException, NoSuchTableException {
        return super.stageReplace(inner(name), table);
    }

    @Override
    public StagedTable stageCreateOrReplace(Identifier name, TableInfo table) throws NoSuchNamespaceException {
        return super.stageCreateOrReplace(inner(name), table);
    }

    @Override
    public StagedTable stageCreate(
            Identifier name, Column[] columns, Transform[] partitions, Map<String, String> properties) {
        return super.stageCreate(inner(name), columns, partitions, properties);
    }

    @Override
    public StagedTable stageReplace(
            Identifier name, Column[] columns, Transform[] partitions, Map<String, String> properties) {
        return super.stageReplace(inner(name), columns, partitions, properties);
    }

    @Override
    public StagedTable stageCreateOrReplace(
            Identifier name, Column[] columns, Transform[] partitions, Map<String, String> properties) {
        return super.stageCreateOrReplace(inner(name), columns, partitions, properties);
    }

    /** Variable arity in Java's interface, an array in Delta's Scala. */
    @Override
    @SuppressWarnings("overrides")
    public Table alterTable(Identifier name, TableChange... changes) {
        return super.alterTable(inner(name), changes);
    }

    @Override
    public boolean dropTable(Identifier name) {
        return super.dropTable(inner(name));
    }

    @Override
    public boolean purgeTable(Identifier name) {
        return super.purgeTable(inner(name));
    }

    @Override
    public void renameTable(Identifier from, Identifier to) throws NoSuchTableException, TableAlreadyExistsException {
        super.renameTable(inner(from), inner(to));
    }

    @Override
    public Identifier[] listTables(String[] namespace) throws NoSuchNamespaceException {
        return Arrays.stream(super.listTables(inner(namespace)))
                .map(name -> Identifier.of(outer(name.namespace()), PlainName.decode(name.name())))
                .toArray(Identifier[]::new);
    }

    @Override
    public String[][] listNamespaces() throws NoSuchNamespaceException {
        return Arrays.stream(super.listNamespaces())
                .filter(this::own)
                .map(this::outer)
                .toArray(String[][]::new);
    }

    @Override
    public String[][] listNamespaces(String[] namespace) throws NoSuchNamespaceException {
        return namespace.length == 0 ? listNamespaces() : super.listNamespaces(inner(namespace));
    }

    @Override
    public boolean namespaceExists(String[] namespace) {
        return super.namespaceExists(inner(namespace));
    }

    @Override
    public Map<String, String> loadNamespaceMetadata(String[] namespace) throws NoSuchNamespaceException {
        return super.loadNamespaceMetadata(inner(namespace));
    }

    @Override
    public void createNamespace(String[] namespace, Map<String, String> metadata)
            throws NamespaceAlreadyExistsException {
        super.createNamespace(inner(namespace), metadata);
    }

    @Override
    public void alterNamespace(String[] namespace, NamespaceChange... changes) throws NoSuchNamespaceException {
        super.alterNamespace(inner(namespace), changes);
    }

    @Override
    public boolean dropNamespace(String[] namespace, boolean cascade)
            throws NoSuchNamespaceException, NonEmptyNamespaceException {
        return super.dropNamespace(inner(namespace), cascade);
    }
}
