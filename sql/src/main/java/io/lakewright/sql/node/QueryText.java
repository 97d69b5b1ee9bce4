package io.lakewright.sql.node;

import io.lakewright.core.model.Layer;
import io.lakewright.sql.node.Query.Rows;
import java.util.List;
import java.util.stream.Collectors;

/** Writes queries, one clause a line. */
final class QueryText {

    private static final int SHORT = 60;

    private final Form form;
    private final ExpressionText expressions;

    QueryText(Form form) {
        this.form = form;
        this.expressions = new ExpressionText(form, this);
    }

    ExpressionText expressions() {
        return expressions;
    }

    String write(Query query) {
        return switch (query) {
            case Query.Select select -> select(select);
            case Query.UnionAll union ->
                union.parts().stream().map(this::write).collect(Collectors.joining("\nUNION ALL\n"));
            case Query.With with ->
                "WITH "
                        + with.parts().stream()
                                .map(part -> part.name().text() + " AS (\n" + indent(write(part.query())) + "\n)")
                                .collect(Collectors.joining(",\n"))
                        + "\n" + write(with.body());
        };
    }

    private String select(Query.Select select) {
        StringBuilder text = new StringBuilder(select.distinct() ? "SELECT DISTINCT" : "SELECT");
        List<String> projections =
                select.projections().stream().map(this::projection).toList();
        if (projections.size() == 1
                && expressions.fits(select.projections().getFirst().value(), SHORT)) {
            text.append(' ').append(projections.getFirst());
        } else {
            text.append('\n').append(indent(String.join(",\n", projections)));
        }
        select.from().ifPresent(from -> from(text, from));
        clause(text, "WHERE ", select.where());
        if (!select.groupBy().isEmpty()) {
            text.append("\nGROUP BY ").append(expressions.list(select.groupBy()));
        }
        clause(text, "HAVING ", select.having());
        if (!select.orderBy().isEmpty()) {
            text.append("\nORDER BY ").append(expressions.order(select.orderBy()));
        }
        return text.toString();
    }

    private void clause(StringBuilder text, String word, List<Expression> conditions) {
        if (!conditions.isEmpty()) {
            text.append('\n').append(word).append(hang(expressions.conditions(conditions), 2));
        }
    }

    private String projection(Query.Projection projection) {
        return expressions.write(projection.value())
                + projection.alias().map(alias -> " AS " + alias.text()).orElse("");
    }

    private void from(StringBuilder text, Query.From from) {
        text.append("\nFROM ").append(relation(from.first()));
        for (Query.Join join : from.joins()) {
            text.append('\n').append(join.kind().name().replace('_', ' ')).append(" JOIN ");
            text.append(relation(join.relation()));
            if (!join.on().isEmpty()) {
                text.append("\n  ON ").append(hang(expressions.conditions(join.on()), 4));
            }
        }
    }

    String relation(Query.Relation relation) {
        String alias = " AS " + relation.alias().text();
        return switch (relation.rows()) {
            case Rows.Table table -> name(table.name()) + alias;
            case Rows.Part part -> part.name().text() + alias;
            case Rows.Inner inner -> "(\n" + indent(write(inner.query())) + "\n)" + alias;
            case Rows.Values values ->
                "VALUES\n"
                        + indent(values.rows().stream()
                                .map(row -> "(" + expressions.list(row) + ")")
                                .collect(Collectors.joining(",\n")))
                        + "\n" + alias.strip() + " (" + names(values.columns()) + ")";
        };
    }

    String name(QualifiedName name) {
        return place(name.layer(), name.catalog(), name.schema()) + "."
                + name.table().text();
    }

    String place(Layer layer, Identifier catalog, Identifier schema) {
        return switch (form) {
            case TEXT -> catalog.text() + "." + schema.text();
            case TEMPLATE -> "`{{ " + Holes.catalog(layer) + " }}`.`{{ " + Holes.schema(layer) + " }}`";
        };
    }

    static String names(List<Identifier> names) {
        return names.stream().map(Identifier::text).collect(Collectors.joining(", "));
    }

    static String indent(String text) {
        return "  " + text.replace("\n", "\n  ");
    }

    /** Moves every line but the first to the right. */
    static String hang(String text, int spaces) {
        return text.replace("\n", "\n" + " ".repeat(spaces));
    }
}
