package io.lakewright.generator.vault;

import io.lakewright.core.document.ModelDocuments;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Names of vault tables by the default profile (modeling.md 5.1): at most 63 characters, every one once. */
final class VaultNames {

    static final String LOAD_DATE = "load_date";
    static final String RECORD_SOURCE = "record_source";
    static final String HASH_DIFF = "hash_diff";

    private static final int LONGEST = 63;
    /** Room for {@code _hk} behind a table's name, and {@code sat_} before a link's. */
    private static final int LONGEST_LINK = LONGEST - 4;

    private static final int LONGEST_ENTITY = LONGEST - "sat__details".length();
    private static final int DIGEST = 6;

    private final Map<TableName, String> entities = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    VaultNames(VaultScope scope) {
        List<TableName> all = Stream.concat(
                        scope.tables().stream().map(SourceTable::name), scope.keysOnly().keySet().stream())
                .toList();
        Set<String> used = new HashSet<>();
        for (TableName table : all) {
            String name = Names.singular(table.table());
            boolean shared = all.stream()
                    .anyMatch(other -> !other.equals(table)
                            && Names.singular(other.table()).equals(name));
            String wanted = bounded(shared ? Names.snake(table.schema()) + "_" + name : name, LONGEST_ENTITY);
            String free = wanted;
            for (int number = 2; !used.add(free); number++) {
                free = wanted + "_" + number;
            }
            entities.put(table, free);
        }
    }

    /** What a row of the table is called. */
    String entity(TableName table) {
        String entity = entities.get(table);
        if (entity == null) {
            throw new IllegalStateException("not in scope: " + table);
        }
        return entity;
    }

    String hub(TableName table) {
        return "hub_" + entity(table);
    }

    /** A new name for a link of these words, which leaves out the last ones when there is no room for them. */
    String link(List<String> words) {
        String name = "link_" + String.join("_", words);
        int kept = words.size();
        while (name.length() > LONGEST_LINK && kept > 2) {
            kept--;
            name = "link_" + String.join("_", words.subList(0, kept)) + "_and_" + (words.size() - kept) + "_more";
        }
        return unique(bounded(name, LONGEST_LINK));
    }

    /** A new name for a satellite. */
    String satellite(String words) {
        return unique(bounded("sat_" + words, LONGEST));
    }

    private String unique(String wanted) {
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + "_" + number;
        }
        return name;
    }

    /** The name itself, or its beginning with a digest of the whole. */
    private static String bounded(String name, int longest) {
        if (name.length() <= longest) {
            return name;
        }
        String digest = ModelDocuments.digest(name);
        return name.substring(0, longest - DIGEST - 1) + "_" + digest.substring(digest.length() - DIGEST);
    }
}
