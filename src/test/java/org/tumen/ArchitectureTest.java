package org.tumen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The layer table of the architecture: a package uses only the packages that its row names. */
@AnalyzeClasses(packages = "org.tumen", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Map<String, List<String>> USES = new TreeMap<>(Map.ofEntries(
            Map.entry("draw", List.of()),
            Map.entry("world", List.of()),
            Map.entry("ballot", List.of("draw", "world")),
            Map.entry("policy", List.of("draw", "world")),
            // Of the analysis only its distributions: a scenario says of what shape its uncertainties are.
            Map.entry("scenario", List.of("draw", "world", "policy", "analysis")),
            Map.entry("outcome", List.of("world")),
            Map.entry("simulation", List.of("draw", "world", "ballot", "policy", "scenario", "outcome")),
            Map.entry("store", List.of("world", "outcome")),
            Map.entry("experiment", List.of("draw", "world", "policy", "scenario", "outcome", "simulation", "store")),
            Map.entry("analysis", List.of("draw", "world", "ballot", "outcome")),
            Map.entry("chart", List.of("world", "ballot", "outcome", "analysis")),
            Map.entry("report", List.of("world", "outcome", "analysis", "chart", "store")),
            Map.entry(
                    "web",
                    List.of(
                            "world",
                            "policy",
                            "scenario",
                            "outcome",
                            "simulation",
                            "store",
                            "experiment",
                            "analysis",
                            "chart",
                            "report")),
            Map.entry("console", List.of("world", "scenario", "outcome", "simulation", "experiment")),
            Map.entry(
                    "cli",
                    List.of(
                            "draw",
                            "world",
                            "ballot",
                            "policy",
                            "scenario",
                            "outcome",
                            "simulation",
                            "store",
                            "experiment",
                            "analysis",
                            "chart",
                            "report",
                            "web",
                            "console"))));

    @ArchTest
    static void looksAtTheWholeProgram(JavaClasses program) {
        // A rule over no classes passes; the count makes sure that there are classes.
        assertThat(program.size()).isGreaterThan(120);
    }

    @ArchTest
    static void packagesUseOnlyWhatTheirRowNames(JavaClasses program) {
        USES.forEach((layer, uses) -> {
            List<String> allowed = new ArrayList<>(List.of(own(layer)));
            uses.forEach(used -> allowed.add(own(used)));
            String[] forbidden = USES.keySet().stream()
                    .map(ArchitectureTest::own)
                    .filter(p -> !allowed.contains(p))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(own(layer))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .allowEmptyShould(true)
                    .check(program);
        });
    }

    @ArchTest
    static void everyClassHasALayer(JavaClasses program) {
        String[] layers = USES.keySet().stream().map(ArchitectureTest::own).toArray(String[]::new);
        classes().should().resideInAnyPackage(layers).check(program);
    }

    private static String own(String layer) {
        return "org.tumen." + layer + "..";
    }

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.tumen.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule scenariosUseOnlyTheDistributionsOfTheAnalysis = noClasses()
            .that()
            .resideInAPackage("org.tumen.scenario..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "belong to the analysis, but not to its designs",
                    type -> type.getPackageName().startsWith("org.tumen.analysis")
                            && !type.getPackageName().equals("org.tumen.analysis.design")));

    @ArchTest
    static final ArchRule onlyTheSimulationAndTheConsoleUseMason = noClasses()
            .that()
            .resideOutsideOfPackages("org.tumen.simulation..", "org.tumen.console..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("sim..", "ec.util..");

    @ArchTest
    static final ArchRule onlyTheStoreUsesDuckDb = noClasses()
            .that()
            .resideOutsideOfPackage("org.tumen.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.duckdb..", "java.sql..");

    @ArchTest
    static final ArchRule nothingDrawsAnyOtherWay = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.SplittableRandom")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.security.SecureRandom")
            .orShould()
            .accessField(sim.engine.SimState.class, "random")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule theModelUsesPortableFunctionsOnly = noClasses()
            .that()
            .resideInAnyPackage("org.tumen.draw..", "org.tumen.policy..", "org.tumen.simulation..")
            .should()
            .callMethod(Math.class, "exp", double.class)
            .orShould()
            .callMethod(Math.class, "log", double.class)
            .orShould()
            .callMethod(Math.class, "pow", double.class, double.class);

    @ArchTest
    static final ArchRule analysisDoesNoInputOrOutput = noClasses()
            .that()
            .resideInAPackage("org.tumen.analysis..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..")
            .orShould()
            .accessField(System.class, "out");
}
