package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.meaning.DocumentTotal;
import io.lakewright.analyzer.meaning.MeasureClass;
import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.analyzer.understand.SourceRole;
import io.lakewright.analyzer.understand.TableClass;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Transform;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.type.LakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes document numbers, flags and measures into a fact, and says of every other column why it is left out. */
final class FactContent {

    private static final String FREE_TEXT = "free text belongs in a dimension, not in every row of a fact";
    private static final LakeType AMOUNT = LakeType.decimal(19, 4);

    private final Scope scope;
    private final Notes notes;
    private final FactPlan plan;
    private final FactRelations relations;
    private final FactDraft draft;
    private final Set<String> used;
    private final boolean state;
    private final List<String> documentAmounts = new ArrayList<>();
    private boolean measured;

    /**
     * @param used columns that are in the fact already, as {@code schema.table.column}
     * @param state whether rows are states without a date
     */
    FactContent(
            Scope scope,
            Notes notes,
            FactPlan plan,
            FactRelations relations,
            FactDraft draft,
            Set<String> used,
            boolean state) {
        this.scope = scope;
        this.notes = notes;
        this.plan = plan;
        this.relations = relations;
        this.draft = draft;
        this.used = used;
        this.state = state;
    }

    /** Whether there was a measure. */
    boolean take() {
        JoinedTable driving = relations.driving();
        Optional<JoinedTable> header = relations.header(plan);
        header.ifPresent(document -> columns(document, true, false));
        columns(driving, false, false);
        header.ifPresent(document -> columns(document, true, true));
        columns(driving, false, true);
        amount(driving);
        if (!documentAmounts.isEmpty()) {
            notes.assume("Amounts of the document (" + String.join(", ", documentAmounts)
                    + ") are not copied to its lines; a fact at the grain of the document can hold them.");
        }
        return measured;
    }

    private void columns(JoinedTable table, boolean ofDocument, boolean measures) {
        for (Column column : table.table().columns()) {
            String id = table.table().name().text() + "." + column.name();
            boolean measure = role(table, column) == SourceRole.MEASURE;
            if (!used.contains(id) && measure == measures && !isKeyOfDocument(table, column, ofDocument)) {
                consider(table, column, ofDocument);
            }
        }
    }

    private SourceRole role(JoinedTable table, Column column) {
        return scope.roles(table.table().name()).role(column.name());
    }

    /** The document's key stands in the lines already. */
    private boolean isKeyOfDocument(JoinedTable table, Column column, boolean ofDocument) {
        boolean key = ofDocument
                && plan.toHeader()
                        .filter(via -> via.toColumns().contains(column.name()))
                        .isPresent();
        if (key) {
            notes.carried(table.table().name(), column.name());
        }
        return key;
    }

    private void consider(JoinedTable table, Column column, boolean ofDocument) {
        Optional<String> technical = LeftOut.technical(column);
        if (technical.isPresent()) {
            leaveOut(table, column, technical.get());
            return;
        }
        switch (role(table, column)) {
            case MEASURE -> measure(table, column, ofDocument);
            case FOREIGN_KEY -> reference(table, column);
            case PRIMARY_KEY, BUSINESS_KEY, IDENTIFIER, FLAG -> degenerate(table, column);
            case CODE -> code(table, column);
            case EVENT_DATE, VALIDITY_START, VALIDITY_END -> degenerate(table, column);
            case AUDIT_DATE -> leaveOut(table, column, "technical: says when the row was made, not when the event was");
            case TEXT -> text(table, column);
            case DOCUMENT -> leaveOut(table, column, "a document is no attribute");
        }
    }

    /** The number of a document is kept; other text is not. */
    private void text(JoinedTable table, Column column) {
        List<String> words = Names.words(column.name());
        boolean number = words.getLast().endsWith("number")
                || Set.of("no", "nr", "ref", "reference").contains(words.getLast());
        if (number) {
            degenerate(table, column);
        } else {
            leaveOut(table, column, FREE_TEXT);
        }
    }

    private void code(JoinedTable table, Column column) {
        List<String> words = Names.words(column.name());
        if (words.contains("postal") || words.contains("zip") || words.contains("postalcode")) {
            leaveOut(table, column, FREE_TEXT);
        } else {
            degenerate(table, column);
        }
    }

    private void measure(JoinedTable table, Column column, boolean ofDocument) {
        if (ofDocument) {
            leaveOut(table, column, "an amount of the whole document: on every line it would be counted several times");
            documentAmounts.add(column.name());
            return;
        }
        measured = true;
        MeasureClass kind = MeasureClass.of(column, table.table().columns(), state, isLine());
        String name = draft.measure(table, column, kind).name();
        if (kind.doubtful()) {
            notes.warn(plan.name() + "." + name + " is taken as a rate, because its name does not say that it is an "
                    + "amount; a rate is never summed.");
        }
        if (isLine() && DocumentTotal.isNamed(column.name())) {
            notes.warn(plan.name() + "." + name + " repeats the total of the whole document on each of its lines, so "
                    + "it is never summed.");
        }
    }

    private boolean isLine() {
        return plan.toHeader().isPresent()
                || DocumentTotal.isLine(plan.driving().table(), scope.key(plan.driving()));
    }

    private void reference(JoinedTable table, Column column) {
        List<SourceRelationship> references = scope.references(table.table().name()).stream()
                .filter(r -> r.fromColumns().contains(column.name()))
                .toList();
        boolean toDocument = references.stream()
                .anyMatch(r -> plan.toHeader().filter(r::equals).isPresent());
        boolean self = references.isEmpty();
        boolean event = references.stream().anyMatch(r -> scope.classOf(r.to()).kind() == TableClass.Kind.FACT);
        if (toDocument || self || event) {
            degenerate(table, column);
        } else {
            leaveOut(
                    table,
                    column,
                    "refers to " + references.getFirst().to().text() + ", which is not part of this model");
        }
    }

    private void degenerate(JoinedTable table, Column column) {
        draft.copy(table, column, ColumnRole.DEGENERATE, true);
    }

    private void leaveOut(JoinedTable table, Column column, String because) {
        notes.leaveOut(table.table().name(), column.name(), because);
    }

    private void amount(JoinedTable driving) {
        Measures.amount(driving.table(), scope.roles(driving.table().name())).ifPresent(derived -> {
            List<ColumnRef> sources = derived.sources().stream()
                    .map(c -> new ColumnRef(driving.alias(), c))
                    .toList();
            String formula = derived.complementLast()
                    ? String.join(
                                    " x ",
                                    derived.sources()
                                            .subList(0, derived.sources().size() - 1)) + " x (1 - "
                            + derived.sources().getLast() + ")"
                    : String.join(" x ", derived.sources());
            draft.derived(
                    derived.name(), AMOUNT, sources, new Transform.Product(derived.complementLast()), formula + ".");
            notes.assume(plan.name() + "." + derived.name() + " is " + formula + ".");
        });
    }
}
