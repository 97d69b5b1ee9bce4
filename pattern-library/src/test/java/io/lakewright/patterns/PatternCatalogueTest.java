package io.lakewright.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.core.ProblemException;
import io.lakewright.core.document.Json;
import io.lakewright.core.document.ModelDocuments;
import io.lakewright.core.document.ModelSchema;
import io.lakewright.sql.ScriptType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class PatternCatalogueTest {

    static List<Pattern> patterns() {
        return PatternCatalogue.builtIn().patterns();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void everyPatternHasWhatAReaderNeedsAndNoSql(Pattern pattern) {
        assertThat(pattern.description()).isNotBlank();
        assertThat(pattern.useWhen()).isNotEmpty();
        assertThat(pattern.notWhen()).isNotEmpty();
        assertThat(pattern.loading()).isNotEmpty();
        assertThat(pattern.mistakes()).isNotEmpty();
        assertThat(pattern.structure().requiredColumns()).isNotEmpty();
        assertThat(Json.compact(pattern)).doesNotContain("CREATE TABLE", "MERGE INTO", "SELECT *");
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void skeletonIsAModelThatFollowsTheSchema(Pattern pattern) {
        assertThat(ModelSchema.violations(ModelDocuments.toTree(PatternTemplate.model(pattern))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void templateIsPrintedWithHolesForPlaceAndEntity(Pattern pattern) {
        String template = PatternTemplate.of(pattern, ScriptType.DDL);
        assertThat(template).contains("CREATE TABLE", "_catalog }}");
        if (PatternTemplate.isLoaded(pattern.kind())) {
            assertThat(template).contains("{{ entity_name }}").doesNotContain("_entity_name`");
            assertThat(PatternTemplate.of(pattern, ScriptType.ETL)).isNotBlank();
        }
        assertThat(template).doesNotContain("PARTITIONED BY", "UNIQUE");
    }

    @Test
    void theBriefsNamesAreUnderstood() {
        assertThat(PatternCatalogue.builtIn().ofType("dv_hub"))
                .extracting(Pattern::id)
                .containsExactly("dv.hub");
        assertThat(PatternCatalogue.builtIn().ofType("kimball_scd_type2"))
                .extracting(Pattern::id)
                .containsExactly("dim.scd2");
        assertThat(PatternCatalogue.builtIn().ofType("data_vault")).hasSize(3);
        assertThat(PatternCatalogue.builtIn().ofType("bridge_table")).isEmpty();
    }

    @Test
    void anUnknownPatternIsNamedWithWhatThereIs() {
        assertThatThrownBy(() -> PatternCatalogue.builtIn().ofType("snowflake9"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("snowflake9");
    }

    @Test
    void anEventTableWithAmountsIsAFactAndNotAHub() {
        JsonNode metadata = Json.read("""
                {"name": "visit", "modeling_suggestions": {"type": "fact_candidate"}, "columns": [
                  {"name": "id", "type": "integer", "is_primary_key": true},
                  {"name": "patient_id", "type": "integer", "is_foreign_key": true},
                  {"name": "ward_id", "type": "integer", "is_foreign_key": true},
                  {"name": "visited_on", "type": "date"}, {"name": "charge", "type": "numeric(9,2)"}]}""");
        JsonNode answer = new Patterns().recommendation(metadata, "a report of charges", Optional.empty());
        assertThat(answer.path("recommended").path(0).path("id").asString()).isEqualTo("fact.transaction");
        assertThat(answer.path("rejected").toString()).contains("dv.hub", "dim.scd1");
    }

    @Test
    void historyInTheUseCasePutsTypeTwoBeforeTypeOne() {
        JsonNode metadata = Json.read("""
                {"name": "patient", "modeling_suggestions": {"type": "dimension_candidate"}, "columns": [
                  {"name": "id", "type": "integer", "is_primary_key": true}, {"name": "ward", "type": "text"}]}""");
        assertThat(first(metadata, "reports that show history")).isEqualTo("dim.scd2");
        assertThat(first(metadata, "dashboard of the latest state, type 1")).isEqualTo("dim.scd1");
        assertThat(first(metadata, "a data vault for audit")).startsWith("dv.");
    }

    private static String first(JsonNode metadata, String useCase) {
        return new Patterns()
                .recommendation(metadata, useCase, Optional.empty())
                .path("recommended")
                .path(0)
                .path("id")
                .asString();
    }
}
