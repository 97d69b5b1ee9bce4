/**
 * The web application: the only room with a framework. {@code web} holds the HTTP interface, {@code store} the SQL
 * store; everything else comes from room runtime. Start at {@link io.lakewright.app.ServeMain}.
 */
@NullMarked
package io.lakewright.app;

import org.jspecify.annotations.NullMarked;
