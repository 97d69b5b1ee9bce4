/**
 * PostgreSQL as a source: addresses are parsed here and never reach the driver as they came, every reading is one
 * read-only transaction with a time limit, and rows and figures are asked for with typed, quoted queries. Start at
 * {@link io.lakewright.analyzer.read.postgres.PostgresSource}.
 */
@NullMarked
package io.lakewright.analyzer.read.postgres;

import org.jspecify.annotations.NullMarked;
