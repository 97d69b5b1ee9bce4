package io.lakewright.analyzer.read.jdbc;

import io.lakewright.core.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Identifiers in the quotes of the database, quotes doubled; where it has none only plain names pass. */
final class QuotedNames {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final String quote;

    private QuotedNames(String quote) {
        this.quote = quote;
    }

    static QuotedNames of(Connection connection) throws SQLException {
        String said = connection.getMetaData().getIdentifierQuoteString();
        return new QuotedNames(said == null ? "" : said.strip());
    }

    String quoted(String name) throws SQLException {
        if (name.indexOf('\0') >= 0 || quote.isEmpty() && !PLAIN.matcher(name).matches()) {
            throw new SQLException("a name that this database cannot quote", "42602");
        }
        return quote + (quote.isEmpty() ? name : name.replace(quote, quote + quote)) + quote;
    }

    String quoted(TableName name) throws SQLException {
        return quoted(name.schema()) + "." + quoted(name.table());
    }
}
