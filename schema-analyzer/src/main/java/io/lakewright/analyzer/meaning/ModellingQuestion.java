package io.lakewright.analyzer.meaning;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.understand.KeyAdvice;
import io.lakewright.analyzer.understand.TableClass;
import io.lakewright.analyzer.understand.TableClass.Kind;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.type.LakeType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The question to ask where the margin between two readings is thin (modeling.md 4.3 step 15).
 *
 * @param options the readings, the likelier first; empty when the answer is free
 */
public record ModellingQuestion(String text, List<String> options) {

    private static final List<String> CALLED_BY =
            List.of("number", "no", "nr", "code", "sku", "iban", "login", "email", "name", "title");
    private static final int MOST_OPTIONS = 3;

    public ModellingQuestion {
        options = List.copyOf(options);
    }

    /** The most important question about a table: what it is, what tells its rows apart, what its measures are. */
    static Optional<ModellingQuestion> of(
            SchemaUnderstanding understanding, SourceTable table, RowGrain grain, List<TableMeaning.Measure> measures) {
        TableClass known = understanding.classOf(table.name());
        String name = table.name().text();
        if (grain.columns().isEmpty() && known.kind() != Kind.TECHNICAL) {
            return Optional.of(new ModellingQuestion(
                    "Which columns tell the rows of " + name + " apart? No key is declared or was found.", List.of()));
        }
        if (isThin(known)) {
            Kind other = known.alternatives().getFirst();
            return Optional.of(new ModellingQuestion(
                    "Is " + name + " " + meaning(known.kind()) + ", or " + meaning(other) + "?",
                    List.of(known.kind().candidate(), other.candidate())));
        }
        return measures.stream()
                .filter(measure -> measure.kind().doubtful())
                .findFirst()
                .map(measure -> new ModellingQuestion(
                        "Is " + measure.column() + " of " + name + " a rate or an amount?",
                        List.of("a rate, which is never summed", "an amount, which may be summed")))
                .or(() -> knownByNumber(understanding, table));
    }

    /** Asked only of what something else refers to: nothing hangs on the key of the others. */
    private static Optional<ModellingQuestion> knownByNumber(SchemaUnderstanding understanding, SourceTable table) {
        boolean asked = understanding.classOf(table.name()).kind() == Kind.DIMENSION
                && understanding.incoming(table.name()).stream().anyMatch(r -> !r.isSelfReference())
                && isSurrogate(table, understanding.keys(table));
        return asked
                ? Optional.of(new ModellingQuestion(
                        "By what does the business know a row of "
                                + table.name().text() + "? "
                                + table.primaryKey().getFirst() + " is a number that the source gave it.",
                        knownBy(table)))
                : Optional.empty();
    }

    /** A list that events are looked at by is a dimension, however short it is. */
    private static boolean isThin(TableClass known) {
        boolean shortList =
                known.kind() == Kind.DIMENSION && known.alternatives().equals(List.of(Kind.REFERENCE));
        return !known.alternatives().isEmpty() && known.kind() != Kind.TECHNICAL && !shortList;
    }

    /** The only key is a number that the source counts up. */
    private static boolean isSurrogate(SourceTable table, KeyAdvice keys) {
        return table.primaryKey().size() == 1
                && table.column(table.primaryKey().getFirst())
                        .filter(Column::identity)
                        .isPresent()
                && keys.recommendedBusinessKey().equals(table.primaryKey());
    }

    /** Columns that people call things by, numbers and codes before names, and that are never empty, then the number itself. */
    private static List<String> knownBy(SourceTable table) {
        Stream<String> called = CALLED_BY.stream()
                .flatMap(ending -> table.columns().stream()
                        .filter(column -> column.lakeType().base() == LakeType.Base.STRING
                                && !column.nullable()
                                && MeasureClass.flat(column.name()).endsWith(ending))
                        .map(Column::name))
                .filter(name -> !MeasureClass.flat(name).contains("postal"))
                .distinct()
                .limit(MOST_OPTIONS);
        return Stream.concat(called, table.primaryKey().stream()).toList();
    }

    private static String meaning(Kind kind) {
        return switch (kind) {
            case FACT -> "something that happened or was measured (a fact)";
            case DIMENSION -> "something that facts are looked at by (a dimension)";
            case BRIDGE -> "only what joins others (a bridge)";
            case REFERENCE -> "a list of codes that another table can carry (a reference)";
            case HISTORY -> "former states of another table (history)";
            case TECHNICAL -> "no part of the business (technical)";
            case SUBTYPE -> "a further description of another table (a subtype)";
        };
    }
}
