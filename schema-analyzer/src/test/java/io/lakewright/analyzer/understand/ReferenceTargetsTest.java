package io.lakewright.analyzer.understand;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.schema.SourceTable;
import io.lakewright.testing.SketchedTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index is only a shortcut: whatever a comparison with every key would find, it finds too. */
class ReferenceTargetsTest {

    private static final List<String> SYLLABLES = List.of(
            "ord",
            "er",
            "item",
            "cust",
            "omer",
            "date",
            "calendar",
            "prod",
            "uct",
            "s",
            "ship",
            "to",
            "line",
            "nation",
            "key",
            "part",
            "supp",
            "lier",
            "per",
            "son",
            "parent");
    private static final List<String> ENDINGS = List.of("", "_id", "id", "_key", "key", "_no", "code", "_fk");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsEveryKeyThatAnyNameCouldMean(long seed) {
        Random random = new Random(seed);
        ReferenceTargets index = new ReferenceTargets();
        List<ReferenceTarget> all = new ArrayList<>();
        for (int position = 0; position < 60; position++) {
            ReferenceTarget target = target(random, position);
            all.add(target);
            index.add(target);
        }
        for (int i = 0; i < 400; i++) {
            ReferenceTarget child = all.get(random.nextInt(all.size()));
            String column = name(random) + (random.nextInt(3) == 0 ? "_" + name(random) : "") + ending(random);
            List<String> words = NameParts.bareWords(column, "");
            Set<ReferenceTarget> near = index.near(child.table().name(), child.subject(), NameParts.flat(column));
            near.addAll(index.byRole(child.subject(), RoleMatch.withoutEnding(words)));
            assertThat(near).as("%s of %s", column, child.table().name()).containsAll(matches(all, child, column));
        }
    }

    private static List<ReferenceTarget> matches(List<ReferenceTarget> all, ReferenceTarget child, String column) {
        List<ReferenceTarget> matches = new ArrayList<>();
        for (ReferenceTarget target : all) {
            for (boolean ownKey : new boolean[] {true, false}) {
                NameMatch.Question question = new NameMatch.Question(
                        child.subject(),
                        NameParts.flat(column),
                        target.subject(),
                        target.bareKey(),
                        target.table().name().equals(child.table().name()),
                        ownKey,
                        target.primary(),
                        NameParts.bareWords(column, ""),
                        target.words(),
                        true,
                        false,
                        false);
                if (NameMatch.of(question).isPresent()) {
                    matches.add(target);
                }
            }
        }
        return matches;
    }

    private static ReferenceTarget target(Random random, int position) {
        String name = name(random) + (random.nextInt(4) == 0 ? "_" + name(random) : "");
        String key = random.nextBoolean() ? name + ending(random) : name(random) + ending(random);
        SourceTable table = SketchedTables.table("s.t" + position + name, List.of(key + " integer"), List.of(key));
        return new ReferenceTarget(
                table,
                table.columns().getFirst(),
                NameParts.subject(name),
                NameParts.subjectWords(name),
                NameParts.bare(key, ""),
                true,
                position);
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return name.toString();
    }

    private static String ending(Random random) {
        return ENDINGS.get(random.nextInt(ENDINGS.size()));
    }
}
