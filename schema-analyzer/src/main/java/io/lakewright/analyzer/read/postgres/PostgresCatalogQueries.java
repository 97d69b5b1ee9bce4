package io.lakewright.analyzer.read.postgres;

/**
 * The fixed queries on {@code pg_catalog}: one per kind of object, whatever the number of tables. Their only parameter
 * is the list of schemas; an empty list means every schema that is not the system's.
 */
final class PostgresCatalogQueries {

    private PostgresCatalogQueries() {}

    static final String VERSION = "SELECT current_setting('server_version_num')::int";

    static final String SCHEMAS = """
            SELECT nspname, pg_catalog.has_schema_privilege(oid, 'USAGE') FROM pg_catalog.pg_namespace
            WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' ORDER BY nspname
            """;

    /**
     * Partitions are left out: their parent stands for them, with the sum of their rows and bytes. The column behind the
     * bytes says whether no bytes mean no rows: not so for the parents of other tables and for foreign ways of storing.
     */
    static final String TABLES = """
            SELECT c.oid::bigint, n.nspname, c.relname,
                   CASE c.relkind
                     WHEN 'p' THEN (SELECT CASE WHEN bool_or(leaf.reltuples < 0) THEN -1 ELSE sum(leaf.reltuples) END
                                    FROM pg_catalog.pg_partition_tree(c.oid) tree
                                    JOIN pg_catalog.pg_class leaf ON leaf.oid = tree.relid
                                    WHERE tree.isleaf AND leaf.relkind <> 'p')
                     WHEN 'r' THEN c.reltuples
                     ELSE -1
                   END::double precision,
                   CASE c.relkind
                     WHEN 'p' THEN (SELECT sum(pg_catalog.pg_relation_size(tree.relid))
                                    FROM pg_catalog.pg_partition_tree(c.oid) tree WHERE tree.isleaf)
                     ELSE pg_catalog.pg_relation_size(c.oid)
                   END::bigint,
                   c.relkind = 'r' AND NOT c.relhassubclass AND m.amname = 'heap',
                   pg_catalog.obj_description(c.oid, 'pg_class'),
                   pg_catalog.has_table_privilege(c.oid, 'SELECT') AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_catalog.pg_am m ON m.oid = c.relam
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
              AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
              AND (cardinality(?::text[]) = 0 OR n.nspname = ANY (?::text[]))
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                              WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            ORDER BY n.nspname, c.relname
            """;

    static final String VIEWS = """
            SELECT n.nspname, c.relname, c.relkind = 'm', pg_catalog.obj_description(c.oid, 'pg_class'),
                   (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_catalog.pg_attribute a
                    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('v', 'm') AND c.relpersistence <> 't'
              AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
              AND (cardinality(?::text[]) = 0 OR n.nspname = ANY (?::text[]))
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                              WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            ORDER BY n.nspname, c.relname
            """;

    /** Domains are replaced by the type under them, enums by text; in arrays too. */
    static final String COLUMNS = """
            WITH RECURSIVE domain(oid, base, modifier, not_null) AS (
              SELECT oid, typbasetype, typtypmod, typnotnull FROM pg_catalog.pg_type WHERE typtype = 'd'
              UNION ALL
              SELECT d.oid, t.typbasetype, t.typtypmod, d.not_null OR t.typnotnull
              FROM domain d JOIN pg_catalog.pg_type t ON t.oid = d.base WHERE t.typtype = 'd'
            ), resolved AS (
              SELECT d.oid, d.base, d.modifier, d.not_null
              FROM domain d JOIN pg_catalog.pg_type t ON t.oid = d.base WHERE t.typtype <> 'd'
            )
            SELECT a.attrelid::bigint, a.attname,
                   CASE WHEN t.typtype = 'e' THEN 'text'
                        WHEN COALESCE(base.typtype, element.typtype) = 'e' THEN 'text[]'
                        WHEN inner_domain.oid IS NOT NULL
                          THEN pg_catalog.format_type(inner_domain.base, inner_domain.modifier) || '[]'
                        ELSE pg_catalog.format_type(t.oid, CASE WHEN r.oid IS NULL THEN a.atttypmod ELSE r.modifier END)
                   END,
                   NOT (a.attnotnull OR COALESCE(r.not_null, false)),
                   a.attidentity <> '' OR COALESCE(pg_catalog.pg_get_expr(x.adbin, x.adrelid), '') LIKE 'nextval(%',
                   a.attgenerated <> '',
                   pg_catalog.col_description(a.attrelid, a.attnum),
                   (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum e
                    WHERE e.enumtypid = CASE WHEN t.typtype = 'e' THEN t.oid ELSE COALESCE(base.oid, element.oid) END)
            FROM pg_catalog.pg_attribute a
            LEFT JOIN resolved r ON r.oid = a.atttypid
            JOIN pg_catalog.pg_type t ON t.oid = COALESCE(r.base, a.atttypid)
            LEFT JOIN pg_catalog.pg_type element ON element.oid = t.typelem AND t.typcategory = 'A'
            LEFT JOIN resolved inner_domain ON inner_domain.oid = element.oid
            LEFT JOIN pg_catalog.pg_type base ON base.oid = inner_domain.base
            LEFT JOIN pg_catalog.pg_attrdef x ON x.adrelid = a.attrelid AND x.adnum = a.attnum AND a.attgenerated = ''
            WHERE a.attrelid = ANY (?::bigint[]::oid[]) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum
            """;

    /** Primary keys and full unique indexes; a partial index or one over expressions is no key. */
    static final String KEYS = """
            SELECT i.indrelid::bigint, i.indisprimary,
                   (SELECT array_agg(a.attname::text ORDER BY k.position)
                    FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(attnum, position)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                    WHERE k.position <= i.indnkeyatts)
            FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            WHERE i.indrelid = ANY (?::bigint[]::oid[]) AND i.indisunique AND i.indisvalid
              AND i.indpred IS NULL AND i.indexprs IS NULL
            ORDER BY i.indrelid, NOT i.indisprimary, c.relname
            """;

    static final String FOREIGN_KEYS = """
            SELECT f.conrelid::bigint, f.conname,
                   (SELECT array_agg(a.attname::text ORDER BY k.position)
                    FROM unnest(f.conkey) WITH ORDINALITY k(attnum, position)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.attnum),
                   n.nspname, t.relname,
                   (SELECT array_agg(a.attname::text ORDER BY k.position)
                    FROM unnest(f.confkey) WITH ORDINALITY k(attnum, position)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.attnum)
            FROM pg_catalog.pg_constraint f
            JOIN pg_catalog.pg_class t ON t.oid = f.confrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
            WHERE f.conrelid = ANY (?::bigint[]::oid[]) AND f.contype = 'f' AND f.conparentid = 0
            ORDER BY f.conrelid, f.conname
            """;

    /** Of a partitioned table the figures over all partitions. */
    static final String STATISTICS = """
            SELECT DISTINCT ON (s.schemaname, s.tablename, s.attname)
                   s.schemaname, s.tablename, s.attname, s.null_frac, s.n_distinct,
                   left(s.histogram_bounds::text, 100000)::text, left(s.most_common_vals::text, 100000)::text
            FROM pg_catalog.pg_stats s
            WHERE s.schemaname NOT LIKE 'pg\\_%' AND s.schemaname <> 'information_schema'
              AND (cardinality(?::text[]) = 0 OR s.schemaname = ANY (?::text[]))
            ORDER BY s.schemaname, s.tablename, s.attname, s.inherited DESC
            """;
}
