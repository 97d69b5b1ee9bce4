package io.lakewright.generator.edit;

import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Decision;
import io.lakewright.core.model.TableSpec;
import io.lakewright.optimizer.PhysicalDesign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Gives a new model the layout that the optimizer advises; nothing else of a design sets one. */
public final class PhysicalLayout {

    private PhysicalLayout() {}

    public static DataModel of(DataModel model) {
        List<PhysicalDesign.TableAdvice> advice = PhysicalDesign.advise(model);
        List<ModelEdit> edits = advice.stream().flatMap(a -> a.edits().stream()).toList();
        DataModel edited = ModelEditor.apply(model, edits, Optional.empty()).model();
        for (PhysicalDesign.TableAdvice one : advice) {
            edited = edited.byId(one.table()).map(with(edited, one.decisions())).orElse(edited);
        }
        return edited;
    }

    private static Function<TableSpec, DataModel> with(DataModel model, List<Decision> reasons) {
        return table -> {
            List<Decision> all = new ArrayList<>(table.common().decisions());
            all.addAll(reasons);
            return model.withTable(table.withCommon(table.common().withDecisions(all)));
        };
    }
}
