package org.tumen;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The layer table of the architecture: a package uses only what its row names, and what those may use. */
@AnalyzeClasses(packages = "org.tumen", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    // Rules are methods: Surefire passes over rules that are fields.
    private static final String ROOT = "org.tumen.";

    /** The kinds of study; they never use each other. */
    private static final List<String> KINDS =
            List.of("batch", "compare", "sweep", "sensitivity", "discover", "search", "game", "hindcast", "calibrate");

    /** What each package may use besides what its users may use through it. */
    private static final Map<String, List<String>> USES = uses();

    /** Most files of a package that holds a thing of its own, and of those whose state is private to the package. */
    private static final int MOST_FILES = 25;

    private static final int MOST_FILES_WITH_STATE = 40;

    private static Map<String, List<String>> uses() {
        Map<String, List<String>> uses = new LinkedHashMap<>();
        uses.put("draw", List.of());
        uses.put("words", List.of());
        uses.put("document", List.of("words"));
        uses.put("distribution", List.of("draw"));
        uses.put("world", List.of("words"));
        uses.put("eventdata", List.of("world", "document"));
        uses.put("ballot", List.of("draw", "world"));
        uses.put("outcome", List.of("world"));
        uses.put("declare", List.of("document", "distribution"));
        uses.put("policy", List.of("draw", "world", "declare"));
        uses.put("scenario", List.of("policy", "ballot"));
        uses.put("simulation", List.of("scenario", "ballot", "outcome"));
        uses.put("store", List.of("outcome", "document"));
        uses.put("experiment", List.of("simulation", "store"));
        uses.put("analysis", List.of("distribution", "ballot", "outcome"));
        uses.put("trace", List.of("experiment", "analysis"));
        uses.put("summary", List.of("store", "analysis", "scenario"));
        uses.put("chart", List.of("analysis"));
        uses.put("findings", List.of("chart"));
        uses.put("report", List.of("findings", "summary"));
        uses.put("study", List.of("report", "experiment", "trace", "eventdata"));
        KINDS.forEach(kind -> uses.put("study." + kind, List.of("study")));
        List<String> kinds = KINDS.stream().map(kind -> "study." + kind).toList();
        uses.put("web", kinds);
        uses.put("console", kinds);
        List<String> fronts = new ArrayList<>(kinds);
        fronts.addAll(List.of("web", "console"));
        uses.put("cli", fronts);
        return uses;
    }

    private static Set<String> mayUse(String layer) {
        Set<String> all = new TreeSet<>(Set.of(layer));
        USES.getOrDefault(layer, List.of()).forEach(used -> all.addAll(mayUse(used)));
        return all;
    }

    /** The layer of a package: the longest row that it is or lies below. */
    private static String layer(String packageName) {
        return USES.keySet().stream()
                .filter(row -> packageName.equals(ROOT + row) || packageName.startsWith(ROOT + row + "."))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    @ArchTest
    static void looksAtTheWholeProgram(JavaClasses program) {
        // A rule over no classes passes; the count makes sure that there are classes.
        assertThat(program.size()).isGreaterThan(700);
    }

    @ArchTest
    static void everyClassHasALayer(JavaClasses program) {
        assertThat(program.stream()
                        .filter(type -> layer(type.getPackageName()).isEmpty())
                        .map(JavaClass::getName))
                .isEmpty();
    }

    @ArchTest
    static void packagesUseOnlyWhatTheirRowAllows(JavaClasses program) {
        Set<String> forbidden = new TreeSet<>();
        for (JavaClass type : program) {
            String own = layer(type.getPackageName());
            Set<String> allowed = mayUse(own);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String used = dependency.getTargetClass().getPackageName();
                if (used.startsWith(ROOT) && !allowed.contains(layer(used))) {
                    forbidden.add(own + " -> " + layer(used) + ": " + dependency.getDescription());
                }
            }
        }
        assertThat(forbidden).isEmpty();
    }

    @ArchTest
    static void noPackageIsADumpingGround(JavaClasses program) {
        Map<String, Set<String>> files = new TreeMap<>();
        program.forEach(type -> type.getSource()
                .flatMap(Source::getFileName)
                .ifPresent(file -> files.computeIfAbsent(type.getPackageName(), p -> new TreeSet<>())
                        .add(file)));
        files.forEach((name, of) -> {
            boolean stateful = name.equals(ROOT + "simulation") || name.equals(ROOT + "scenario");
            int most = stateful ? MOST_FILES_WITH_STATE : MOST_FILES;
            assertThat(of).as(name).hasSizeLessThanOrEqualTo(most);
        });
    }

    @ArchTest
    static void everyNameStandsOnce(JavaClasses program) {
        Map<String, Set<String>> packages = new TreeMap<>();
        program.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .forEach(type -> packages.computeIfAbsent(type.getSimpleName(), n -> new TreeSet<>())
                        .add(type.getPackageName()));
        packages.values().removeIf(where -> where.size() == 1);
        assertThat(packages).isEmpty();
    }

    @ArchTest
    static void packagesHaveNoCycles(JavaClasses program) {
        slices().matching("org.tumen.(**)").should().beFreeOfCycles().check(program);
    }

    @ArchTest
    static void onlyTheSimulationAndTheConsoleUseMason(JavaClasses program) {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.tumen.simulation..", "org.tumen.console..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sim..", "ec.util..")
                .check(program);
    }

    @ArchTest
    static void onlyTheCommandLineUsesPicocli(JavaClasses program) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tumen.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..")
                .check(program);
    }

    @ArchTest
    static void onlyThePageUsesJavalin(JavaClasses program) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tumen.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
                .check(program);
    }

    @ArchTest
    static void onlyTheStoreUsesDuckDb(JavaClasses program) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tumen.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.duckdb..", "java.sql..")
                .check(program);
    }

    /** What a result folder holds is reached through {@code store.file.Inside}, which follows no links. */
    @ArchTest
    static void resultFoldersHaveOneWayIn(JavaClasses program) {
        noClasses()
                .that()
                .resideInAnyPackage("org.tumen.store..", "org.tumen.study.calibrate..", "org.tumen.report..")
                .and()
                .resideOutsideOfPackage("org.tumen.store.file..")
                // The library that DuckDB unpacks, and what the system tells of a process.
                .and()
                .doNotHaveSimpleName("Database")
                .and()
                .doNotHaveSimpleName("ResidentMemory")
                .should()
                .callMethodWhere(target(owner(equivalentTo(Files.class)))
                        .and(target(nameMatching("new.*|readAll.*|readString|write.*|lines|list|walk.*|find"))))
                .check(program);
    }

    @ArchTest
    static void whatTellsOfResultsAsksForNothingElse(JavaClasses program) {
        noClasses()
                .that()
                .resideInAnyPackage("org.tumen.report..", "org.tumen.summary..")
                .or()
                .haveSimpleName("DryRun")
                .should()
                .dependOnClassesThat(equivalentTo(Files.class))
                .check(program);
    }

    @ArchTest
    static void nothingDrawsAnyOtherWay(JavaClasses program) {
        noClasses()
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
                .callMethod(Math.class, "random")
                .check(program);
    }

    @ArchTest
    static void theModelUsesPortableFunctionsOnly(JavaClasses program) {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.tumen.draw..", "org.tumen.ballot..", "org.tumen.policy..", "org.tumen.simulation..")
                .should()
                .callMethod(Math.class, "exp", double.class)
                .orShould()
                .callMethod(Math.class, "log", double.class)
                .orShould()
                .callMethod(Math.class, "pow", double.class, double.class)
                .check(program);
    }

    @ArchTest
    static void analysisDoesNoInputOrOutput(JavaClasses program) {
        noClasses()
                .that()
                .resideInAPackage("org.tumen.analysis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..")
                .orShould()
                .accessField(System.class, "out")
                .check(program);
    }
}
