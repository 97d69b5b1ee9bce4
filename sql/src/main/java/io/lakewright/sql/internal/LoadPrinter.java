package io.lakewright.sql.internal;

import io.lakewright.sql.Statement;
import java.util.List;

/** Prints the statements of one load. */
interface LoadPrinter {
    List<Statement> print(LoadSource source);
}
