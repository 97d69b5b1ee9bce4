/**
 * JSON and YAML forms of schema, model and edits, with their published JSON Schemas. The only package of this room with libraries. Start at {@link io.lakewright.core.document.ModelDocuments}.
 */
@NullMarked
package io.lakewright.core.document;

import org.jspecify.annotations.NullMarked;
