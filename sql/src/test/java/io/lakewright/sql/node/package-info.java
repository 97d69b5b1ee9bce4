/**
 * Tests of the tree and its writer: literals and names must come back from a lexer exactly as they went in. Start at
 * {@link io.lakewright.sql.node.LiteralsTest}. Knows no models.
 */
@org.jspecify.annotations.NullMarked
package io.lakewright.sql.node;
