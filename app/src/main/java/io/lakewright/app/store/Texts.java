package io.lakewright.app.store;

import org.springframework.jdbc.core.RowMapper;

/** Reads rows of one text column that is never NULL. */
final class Texts {

    static final RowMapper<String> FIRST_COLUMN = (row, number) -> String.valueOf(row.getString(1));

    private Texts() {}
}
