package io.lakewright.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the arrows between the rooms (ARCHITECTURE.md) and the habits that keep rooms testable. */
@Tag("slow")
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.lakewright");

    /** Room package to the room packages it may use. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("core", List.of()),
            Map.entry("sql", List.of("core")),
            Map.entry("mcp", List.of("core")),
            Map.entry("engine.protocol", List.of()),
            Map.entry("engine", List.of("core", "engine.protocol")),
            Map.entry("databricks", List.of("core")),
            Map.entry("analyzer", List.of("core", "databricks", "mcp")),
            Map.entry("optimizer", List.of("core", "sql", "engine", "mcp")),
            Map.entry("patterns", List.of("core", "sql", "engine", "optimizer", "mcp")),
            Map.entry("generator", List.of("core", "sql", "analyzer", "patterns", "optimizer", "mcp")),
            Map.entry("proof", List.of("core", "sql", "engine", "generator", "mcp")),
            Map.entry("assistant", List.of("core", "mcp")));

    @TestFactory
    Stream<DynamicTest> roomsUseOnlyTheRoomsTheyMay() {
        return ARROWS.entrySet().stream()
                .map(arrow -> DynamicTest.dynamicTest(arrow.getKey(), () -> {
                    List<String> allowed = new ArrayList<>();
                    allowed.add("io.lakewright." + arrow.getKey() + "..");
                    arrow.getValue().forEach(room -> allowed.add("io.lakewright." + room + ".."));
                    classes()
                            .that()
                            .resideInAPackage("io.lakewright." + arrow.getKey() + "..")
                            .should()
                            .onlyDependOnClassesThat(not(resideInAPackage("io.lakewright.."))
                                    .or(resideInAnyPackage(allowed.toArray(String[]::new))))
                            .check(CLASSES);
                }));
    }

    @Test
    void onlyServersOfCapabilityRoomsUseMcp() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.lakewright.analyzer..",
                        "io.lakewright.patterns..",
                        "io.lakewright.generator..",
                        "io.lakewright.optimizer..",
                        "io.lakewright.proof..")
                .and()
                .resideOutsideOfPackage("..server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.lakewright.mcp..")
                .check(CLASSES);
    }

    @Test
    void theLanguageOfTheDomainNeedsNoLibrary() {
        classes()
                .that()
                .resideInAPackage("io.lakewright.core..")
                .and()
                .resideOutsideOfPackage("io.lakewright.core.document..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.lakewright.core..", "java..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void packagesOfARoomDoNotGoInCircles() {
        for (String room : List.of(
                "core",
                "sql",
                "mcp",
                "engine",
                "databricks",
                "analyzer",
                "optimizer",
                "patterns",
                "generator",
                "proof",
                "assistant",
                "runtime")) {
            slices().matching("io.lakewright." + room + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void processesAreStartedInNamedPlacesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.lakewright.engine..", "io.lakewright.mcp..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .check(CLASSES);
    }

    @Test
    void theFrameworkStaysInTheApp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.lakewright.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(CLASSES);
    }

    @Test
    void theSdkOfDatabricksStaysInItsRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.lakewright.databricks..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.databricks..")
                .check(CLASSES);
    }

    @Test
    void noFreeStandingInternalsLeakOutOfTheirRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.lakewright.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.lakewright.engine.internal..")
                .check(CLASSES);
    }
}
