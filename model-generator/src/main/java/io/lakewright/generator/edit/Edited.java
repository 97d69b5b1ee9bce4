package io.lakewright.generator.edit;

import io.lakewright.core.Copies;
import io.lakewright.core.check.Finding;
import io.lakewright.core.model.DataModel;
import java.util.List;

/**
 * What came of edits.
 *
 * @param applied one sentence for each edit
 * @param findings what the person should know about the edits themselves
 */
public record Edited(DataModel model, List<String> applied, List<Finding> findings) {
    public Edited {
        applied = Copies.list(applied);
        findings = Copies.list(findings);
    }
}
