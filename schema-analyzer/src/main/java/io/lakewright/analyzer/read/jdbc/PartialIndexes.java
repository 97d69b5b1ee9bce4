package io.lakewright.analyzer.read.jdbc;

import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Unique indexes that hold for some rows only, where the driver does not say so. */
final class PartialIndexes {

    private static final String SQLITE = "SELECT name FROM pragma_index_list(?) WHERE partial = 1";

    private PartialIndexes() {}

    static Set<String> of(DatabaseMetaData catalog, JdbcProduct product, String table) throws SQLException {
        Set<String> names = new HashSet<>();
        if (product.is(JdbcProduct.SQLITE)) {
            try (PreparedStatement statement = catalog.getConnection().prepareStatement(SQLITE)) {
                statement.setString(1, table);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        names.add(rows.getString(1));
                    }
                }
            }
        }
        return names;
    }
}
