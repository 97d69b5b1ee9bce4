package io.lakewright.generator.rules;

import io.lakewright.core.check.Finding;
import io.lakewright.core.check.Rule;
import io.lakewright.core.check.Severity;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.TableSpec;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One rule over a whole model.
 *
 * @param severity its usual weight
 */
record ModelRule(String id, String title, Severity severity, Check check) implements Rule<DataModel> {

    /** Looks at a model and reports. */
    interface Check {
        void run(DataModel model, Report report);
    }

    @Override
    public List<Finding> check(DataModel subject) {
        Report report = new Report(id, severity);
        check.run(subject, report);
        return List.copyOf(report.findings());
    }

    /** A rule that looks at every table by itself. */
    static ModelRule perTable(String id, String title, Severity severity, BiConsumer<TableSpec, Report> check) {
        return new ModelRule(
                id, title, severity, (model, report) -> model.tables().forEach(t -> check.accept(t, report)));
    }

    /** A rule that looks at every table of one kind by itself. */
    static <T extends TableSpec> ModelRule per(
            Class<T> kind, String id, String title, Severity severity, BiConsumer<T, Report> check) {
        return perTable(id, title, severity, (table, report) -> {
            if (kind.isInstance(table)) {
                check.accept(kind.cast(table), report);
            }
        });
    }
}
