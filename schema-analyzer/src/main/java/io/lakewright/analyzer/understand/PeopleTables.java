package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.TableName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the people of a schema stand, so that an author or a manager can be looked for there. */
final class PeopleTables {

    private static final List<String> ANYBODY = List.of("user", "employee", "staff", "person", "people", "member");
    private static final List<String> COLLEAGUES = List.of("employee", "staff", "user", "person", "people", "member");
    private static final Set<String> SUPERIORS =
            Set.of("manager", "supervisor", "boss", "mentor", "salesman", "rep", "representative");

    private final Optional<TableName> anybody;
    private final Optional<TableName> colleagues;

    /** @param subjects what each table is about, flat */
    PeopleTables(Map<TableName, String> subjects) {
        anybody = first(subjects, ANYBODY);
        colleagues = first(subjects, COLLEAGUES);
    }

    /** The table in which whoever plays the part stands; empty when the schema has no people. */
    Optional<TableName> meant(List<String> words) {
        boolean superior = words.stream().anyMatch(SUPERIORS::contains);
        return superior ? colleagues : anybody;
    }

    private static Optional<TableName> first(Map<TableName, String> subjects, List<String> names) {
        for (String name : names) {
            Optional<TableName> found = subjects.entrySet().stream()
                    .filter(entry -> entry.getValue().endsWith(name))
                    .map(Map.Entry::getKey)
                    .min(Comparator.<TableName>comparingInt(
                                    table -> table.table().length())
                            .thenComparing(Comparator.naturalOrder()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
