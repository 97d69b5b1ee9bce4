/**
 * The data model: the one document from which every script, graph and page is derived. Records and sealed choices only. Start at {@link io.lakewright.core.model.DataModel}.
 */
@NullMarked
package io.lakewright.core.model;

import org.jspecify.annotations.NullMarked;
