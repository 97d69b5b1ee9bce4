package io.lakewright.generator.edit;

import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.schema.SourceSchema;
import java.util.List;
import java.util.Optional;

/**
 * Applies typed edits to dimensional models and vaults.
 *
 * <p>Rules: ME-1 all edits or none. ME-2 ids stay, and every key, load, lookup, hash and layout follows a new name.
 * ME-3 a key or technical column is never dropped, a table never while another needs it. ME-4 new inputs of a hash are
 * appended. ME-5 the same model and edits give the same result.
 */
public final class ModelEditor {

    private ModelEditor() {}

    /**
     * The model after the edits, in their order.
     *
     * @param schema where columns of tables outside the model's slice are found
     * @throws io.lakewright.core.ProblemException NotFound, with near names, for a name that does not exist; Conflict
     *     for one that is taken or still needed; InvalidRequest for an edit that makes no sense there
     */
    public static Edited apply(DataModel model, List<ModelEdit> edits, Optional<SourceSchema> schema) {
        Draft draft = new Draft(model, schema);
        edits.forEach(edit -> apply(draft, edit));
        return draft.done();
    }

    private static void apply(Draft draft, ModelEdit edit) {
        switch (edit) {
            case ModelEdit.SetScdType set -> ScdTypeEdit.apply(draft, set);
            case ModelEdit.AddColumn add -> AddColumnEdit.apply(draft, add);
            case ModelEdit.DropColumn drop -> DropEdits.apply(draft, drop);
            case ModelEdit.DropTable drop -> DropEdits.apply(draft, drop);
            case ModelEdit.RenameTable rename -> RenameEdits.apply(draft, rename);
            case ModelEdit.RenameColumn rename -> RenameEdits.apply(draft, rename);
            case ModelEdit.SetComment set -> LayoutEdits.apply(draft, set);
            case ModelEdit.SetClustering set -> LayoutEdits.apply(draft, set);
            case ModelEdit.SetPartitioning set -> LayoutEdits.apply(draft, set);
            case ModelEdit.SetProperty set -> LayoutEdits.apply(draft, set);
            case ModelEdit.SetTarget set -> LayoutEdits.apply(draft, set);
        }
    }
}
