package io.lakewright.core.model;

import java.util.Optional;

/** A foreign key of the model seen as a relationship; {@code from} and {@code to} are {@code table.column[,column]}. */
public record Relationship(String type, String from, String to, Optional<String> role) {}
