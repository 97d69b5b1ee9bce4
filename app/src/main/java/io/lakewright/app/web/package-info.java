/** The HTTP interface of contracts section 4. Start at {@link io.lakewright.app.web.AssistantController}. */
@NullMarked
package io.lakewright.app.web;

import org.jspecify.annotations.NullMarked;
