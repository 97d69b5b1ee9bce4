package io.lakewright.assistant.planner;

import java.util.List;
import java.util.Optional;

/** What a clause asks for, in types. Names are ids of the catalogue or words of the person, never guesses. */
sealed interface Frame {

    /**
     * Which source tables are meant.
     *
     * @param named ids in the order in which they were named
     * @param all the whole schema
     * @param same those of the model under discussion
     * @param except ids left out
     */
    record Tables(List<String> named, boolean all, boolean same, List<String> except) {
        public Tables {
            named = List.copyOf(named);
            except = List.copyOf(except);
        }

        boolean none() {
            return named.isEmpty() && !all && !same;
        }
    }

    record CreateDimension(Tables tables, Optional<Integer> scdType, Optional<String> name) implements Frame {}

    /**
     * @param process words of the business process, such as "sales"
     */
    record CreateStar(Tables tables, List<String> process, Optional<Integer> scdType) implements Frame {}

    record CreateFact(Tables tables, List<String> process) implements Frame {}

    record CreateVault(Tables tables) implements Frame {}

    record Refine(List<Change> changes) implements Frame {}

    /**
     * @param targets tables of the design whose scripts are meant, all when empty
     */
    record GenerateScripts(List<String> targets) implements Frame {}

    record Undo() implements Frame {}

    record Why(List<String> sources, List<String> targets, Utterance words) implements Frame {}

    record Describe(List<String> tables) implements Frame {}

    record Keys(List<String> tables) implements Frame {}

    record ListTables() implements Frame {}

    record ListPatterns() implements Frame {}

    record Compare() implements Frame {}

    record Optimize(List<String> sources, List<String> targets, Utterance words) implements Frame {}

    record HeaderDetail(List<String> tables) implements Frame {}

    record ManyToMany(List<String> tables) implements Frame {}

    record Estimate() implements Frame {}

    record Help() implements Frame {}

    record Greeting() implements Frame {}

    record Apply() implements Frame {}

    record NotBuilt() implements Frame {}

    record Vague() implements Frame {}

    record OffTopic() implements Frame {}

    record Destructive() implements Frame {}

    record Injection() implements Frame {}

    /** A name that stands where a table must stand and is none. */
    record UnknownTable(String word) implements Frame {}

    /** A word that fits several tables equally well. */
    record Ambiguous(String word, List<String> candidates) implements Frame {}

    /** One wish about the model under discussion, still in the person's words. */
    sealed interface Change {

        record SetScd(int type, List<String> targets) implements Change {}

        record AddColumn(String words, List<String> targets) implements Change {}

        record DropColumn(String words, List<String> targets) implements Change {}

        record Rename(String words, String name) implements Change {}

        record DropTable(List<String> targets) implements Change {}

        record Cluster(String words, List<String> targets) implements Change {}
    }
}
