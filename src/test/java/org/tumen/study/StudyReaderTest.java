package org.tumen.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.declare.Resolved;
import org.tumen.declare.UncertainParameter;
import org.tumen.document.Document;
import org.tumen.document.Node;
import org.tumen.document.Problem;
import org.tumen.document.Problems;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.scenario.ScenarioReader;
import org.tumen.study.calibrate.CalibrateKind;
import org.tumen.study.calibrate.CalibrationStudy;

class StudyReaderTest {
    private static final String SECRECY = "actors.russia.secrecy";

    @TempDir
    private Path folder;

    private Path studies;

    @BeforeEach
    void world() throws IOException {
        studies = Files.createDirectories(folder.resolve("project/deeper/studies"));
        Files.copy(Path.of("scenarios/reference.yaml"), studies.resolve("reference.yaml"));
        Files.writeString(studies.resolve("world.yaml"), "extends: reference.yaml\nname: world\nweeks: 30\n");
    }

    /** Lines alone would not tell arms of one line apart, nor what an arm overrides of a world. */
    @Test
    void whatAnArmOrAWorldSetsIsToldByWhereItIsSet() throws IOException {
        assertThat(problems("""
                        worlds:
                          calm: {scenario: reference.yaml, set: {actors.japan.effort: 7, actors.russia.secrecy: 8}}
                        arms: {b: {set: {actors.japan.effort: 9, actors.japan.policy: {assertivness: 1}}}, c: {}}
                        runs: 20
                        """))
                .extracting(Problem::path)
                .containsExactlyInAnyOrder(
                        "arms.b.set.actors.japan.effort",
                        "arms.b.set.actors.japan.policy.assertivness",
                        "worlds.calm.set.actors.japan.effort",
                        "worlds.calm.set.actors.russia.secrecy");
    }

    private List<Problem> problems(String text) throws IOException {
        Path file = studies.resolve("study.yaml");
        Files.writeString(file, text);
        return StudyReader.check(file, ScenarioReader.Options.NONE).problems();
    }

    private List<String> messages(String text) throws IOException {
        return problems(text).stream()
                .map(p -> p.line() + " " + p.path() + ": " + p.message())
                .toList();
    }

    @Test
    void everythingWrongWithAComparisonIsToldAtOnceWithItsLine() throws IOException {
        assertThat(messages("""
                        scenario: world.yaml
                        baseline: c
                        arms:
                          a:
                            set:
                              weeks: 0
                          b:
                            set:
                              actors.japan.polic.assertiveness: 1
                        outcomes: [mean_stabilty, delivered, {outcome: delivered, diretion: more}]
                        levers:
                          deal.start: [none, talks]
                        stoping: {}
                        """))
                .anyMatch(p -> p.startsWith("2 baseline: ") && p.contains("a or b"))
                .anyMatch(p -> p.startsWith("6 ") && p.contains("1 to 5200"))
                .anyMatch(p -> p.startsWith("9 ") && p.contains("actors.japan.policy.assertiveness"))
                .anyMatch(p -> p.startsWith("10 outcomes[0]") && p.contains("mean_stability"))
                .anyMatch(p -> p.startsWith("10 outcomes[2].diretion: ") && p.contains("direction"))
                .anyMatch(p -> p.startsWith("11 levers: ") && p.contains("compare"))
                .anyMatch(p -> p.startsWith("13 stoping: ") && p.contains("did you mean stopping?"))
                .hasSize(7);
    }

    @Test
    void aComparisonHasTwoToSixtyFourArmsOfTheSameLength() throws IOException {
        assertThat(messages("scenario: world.yaml\narms:\n  a: {}\n")).anyMatch(p -> p.contains("two arms or more"));
        StringBuilder many = new StringBuilder("scenario: world.yaml\narms:\n");
        IntStream.range(0, 100).forEach(i -> many.append("  a").append(i).append(": {}\n"));
        assertThat(messages(many.toString()))
                .containsExactly("2 arms: a comparison takes at most 64 arms over all worlds");
        assertThat(messages("scenario: world.yaml\narms:\n  a: {}\n  b: {set: {weeks: 20}}\n"))
                .anyMatch(p -> p.startsWith("2 arms: "));
    }

    /** Reading a scenario for each took minutes. */
    @Test
    void whatIsTooManyIsNotRead() throws IOException {
        String lost = IntStream.rangeClosed(0, 1000)
                .mapToObj(i -> "  a" + i + ": {scenario: lost.yaml}\n")
                .collect(Collectors.joining());
        String told = "1 : has 1,001 arms over all worlds; a study takes at most 1,000";
        assertThat(messages("arms:\n" + lost))
                .containsExactly(told, "1 arms: a comparison takes at most 64 arms over all worlds");
        assertThat(messages("worlds:\n" + lost + "levers: {actors.russia.secrecy: {from: 0, to: 1}}\n"
                        + "search: {objectives: [mean_stability, delivered]}\n"))
                .containsExactly(told);
        String strategies = IntStream.rangeClosed(0, 50)
                .mapToObj(i -> "s" + i + ": {actors.japan.lost: 1}")
                .collect(Collectors.joining(", "));
        assertThat(messages("scenario: world.yaml\nplayers:\n  japan: {objective: mean_stability, strategies: {"
                        + strategies + "}}\n"))
                .anyMatch(p -> p.contains("must name 1 to 50 strategies"))
                .noneMatch(p -> p.contains("lost"));
    }

    /** On a terminal some command it, and others turn round what follows; an SVG with them is none. */
    @Test
    void noTextHoldsControlCharactersEscapedOrNot() throws IOException {
        for (String text :
                List.of("\"a\\e[31mb\"", "\"a\\u202Eb\"", "a\u202Eb", "\"a\\rb\"", "\"\\x85\"", "\"\\u2066\"")) {
            assertThat(messages("scenario: world.yaml\narms: {a: {}, b: {}}\ndescription: " + text))
                    .as(text)
                    .hasSize(1)
                    .allMatch(p -> p.startsWith("3 description: holds the control character U+"));
        }
        // Words from right to left, joined emoji, several lines.
        assertThat(messages("scenario: world.yaml\narms: {a: {}, b: {}}\n"
                        + "description: \"\u05d1\u05b0\u05bc\n \ud83d\udc69\u200d\ud83d\ude80\\n\\tb\"\n"))
                .isEmpty();
    }

    @Test
    void aComparisonHasTwoRunsOrMore() throws IOException {
        String arms = "scenario: world.yaml\narms: {a: {}, b: {}}\n";
        assertThat(messages(arms + "runs: 1\n"))
                .singleElement()
                .asString()
                .startsWith("3 runs: ")
                .contains("2 runs or more");
        assertThat(messages(arms + "runs: 2\n")).isEmpty();
    }

    @Test
    void aComparisonThatStopsHasSomethingToReach() throws IOException {
        assertThat(messages(
                        "scenario: world.yaml\narms: {a: {}, b: {}}\nstopping: {until_halfwidth: 0, max_runs: 1}\n"))
                .containsExactlyInAnyOrder(
                        "3 stopping.until_halfwidth: must be a number at least 0.000000001, not 0",
                        "3 stopping.max_runs: must be a whole number from 2 to 100000000, not 1");
    }

    @Test
    void everythingWrongWithASearchIsToldAtOnce() throws IOException {
        assertThat(messages("""
                        scenario: world.yaml
                        levers:
                          actors.russia.secrecy: {from: 0, to: 7}
                          actors.japan.policy.assertivness: {from: 0, to: 1}
                          actors.japan.policy: [{type: silent}, {type: silnt}]
                        search:
                          objectives: [mean_stabilty, warnings]
                          constraints: [crisis_weeks = 8]
                          population: 10
                          front: many
                        """))
                .anyMatch(p -> p.startsWith("3 levers." + SECRECY) && p.contains("at 7: "))
                .anyMatch(p -> p.startsWith("4 levers.") && p.contains("did you mean assertiveness?"))
                .anyMatch(p -> p.startsWith("4 levers.") && p.contains("is part of actors.japan.policy"))
                .anyMatch(p -> p.startsWith("5 levers.actors.japan.policy: ") && p.contains("did you mean silent?"))
                .anyMatch(p -> p.startsWith("7 ") && p.contains("unknown outcome mean_stabilty"))
                .anyMatch(p -> p.startsWith("7 ") && p.contains("give direction"))
                .anyMatch(p -> p.startsWith("8 ") && p.contains("must be such as mean(crisis_weeks) <= 8"))
                .anyMatch(p -> p.startsWith("9 search.population: ") && p.contains("multiple of 4"))
                .anyMatch(p -> p.startsWith("10 search.front: "));
    }

    @Test
    void everythingWrongWithAGameIsToldAtOnce() throws IOException {
        assertThat(messages("""
                        scenario: world.yaml
                        players:
                          japan:
                            objective: mean_stabilty
                            strategies: {a: {actors.japan.policy: {type: silent}}}
                          russia:
                            objective: {delivered: 1}
                            strategies:
                              a: {actors.japan.policy.assertiveness: 1}
                              b: {actors.russia.secrecy: 2}
                              ../c: {actors.russia.secrecy: 0.5}
                        """))
                .anyMatch(p -> p.startsWith("4 players.japan.objective") && p.contains("mean_stability"))
                .anyMatch(p -> p.startsWith("11 players.russia.strategies") && p.contains("names of up to 31"));
        assertThat(messages("""
                        scenario: world.yaml
                        players:
                          japan:
                            objective: mean_stability
                            strategies: {a: {actors.japan.policy: {type: silnt}}}
                          russia:
                            objective: {delivered: 1}
                            strategies:
                              a: {actors.japan.policy.assertiveness: 1}
                              b: {actors.russia.secrecy: 2}
                        game: {decided: 2}
                        """))
                .anyMatch(p -> p.startsWith("5 ") && p.contains("did you mean silent?"))
                .anyMatch(p -> p.startsWith("6 ") && p.contains("japan sets actors.japan.policy already"))
                .anyMatch(p -> p.startsWith("10 ") && p.contains("from 0 to 1"))
                .anyMatch(p -> p.startsWith("11 game.decided: "));
        // The other way round, a whole of which another sets a part already.
        assertThat(messages("""
                        scenario: world.yaml
                        players:
                          russia:
                            objective: {delivered: 1}
                            strategies: {a: {actors.japan.policy.assertiveness: 1}}
                          japan:
                            objective: mean_stability
                            strategies: {a: {actors.japan.policy: {type: silent}}}
                        """))
                .anyMatch(p -> p.contains(
                        "sets actors.japan.policy, and russia sets actors.japan.policy.assertiveness already"));
    }

    @Test
    void everythingWrongWithACalibrationIsToldAtOnce() throws IOException {
        assertThat(messages("""
                        scenario: world.yaml
                        parameters:
                          actors.russia.secrecy: {distribution: norml, mean: 1}
                          weeks: {from: 10, to: 20}
                        targets:
                          warned: {event: warming, observed: 3, source: a table}
                          late: {event: warning, until: 40, observed: 3, source: a table}
                          bare: {event: warning, observed: 3}
                        calibrate: {method: abc_smc, generation: 4, draws: 200}
                        """))
                .anyMatch(p -> p.startsWith("3 ") && p.contains("did you mean normal?"))
                .anyMatch(p -> p.startsWith("4 parameters.weeks: ") && p.contains("cannot be uncertain"))
                .anyMatch(p -> p.startsWith("6 targets.warned.event: ") && p.contains("did you mean warning?"))
                .anyMatch(p -> p.startsWith("7 targets.late.until: ") && p.contains("before week 30"))
                .anyMatch(p -> p.startsWith("8 targets.bare.source: ") && p.contains("must be given"))
                .anyMatch(p -> p.startsWith("9 calibrate.generation: ") && p.contains("did you mean generations?"))
                .anyMatch(p -> p.startsWith("9 calibrate.draws: ") && p.contains("the method votes"));
    }

    private List<String> calibrated(String parameters) throws IOException {
        return messages("scenario: world.yaml\nparameters: " + parameters
                + "\ntargets: {warned: {event: warning, observed: 3, source: a table}}\ncalibrate: {}\n");
    }

    @Test
    void aCalibrationTakesTheDeclaredPriorOfAnyParameterThatHasOne() throws IOException {
        assertThat(calibrated("[region.impacts.spiral, actors.russia.secrecy]")).isEmpty();
        assertThat(calibrated("{region.impacts.spiral: prior, actors.russia.secrecy: {from: 0.1, to: 0.9}}"))
                .isEmpty();
        assertThat(calibrated("[region.impacts.spiral, deal.delivery.lot, region.impacts.spirl]"))
                .anyMatch(p -> p.startsWith("2 parameters.deal.delivery.lot: has no declared prior"))
                .anyMatch(p -> p.startsWith("2 parameters.region.impacts.spirl: unknown path; did you mean"))
                .hasSize(2);
        assertThat(calibrated("{region.impacts.spiral: priors}"))
                .singleElement()
                .asString()
                .contains("parameters.region.impacts.spiral: must be a distribution, or the word prior");
        assertThat(calibrated("[region.impacts.spiral, region.impacts.spiral]"))
                .singleElement()
                .asString()
                .startsWith("2 parameters: must list paths of parameters, each of them once");
    }

    @Test
    void aDeclaredPriorIsThatOfTheDeclaration() throws IOException {
        Path file = studies.resolve("study.yaml");
        Files.writeString(file, """
                        scenario: world.yaml
                        parameters: [region.impacts.spiral]
                        targets: {warned: {event: warning, observed: 3, source: a table}}
                        calibrate: {}
                        """);
        CalibrationStudy plan =
                StudyReader.plan(file, new CalibrateKind(), ScenarioReader.Options.NONE, ExecutionSettings.standard());
        assertThat(plan.priors().get("region.impacts.spiral").describe())
                .isEqualTo(UncertainParameter.parse("normal(0.4, 0.5) within -0.8..1.6")
                        .declared()
                        .describe());
    }

    static Stream<String> questions() {
        return Stream.of(
                "arms: {a: {}, b: {}}",
                "levers: {actors.russia.secrecy: [0.2, 0.8]}\nsweep: {}",
                "levers: {actors.russia.secrecy: [0.2, 0.8]}\nsensitivity: {method: sobol, rows: 8}",
                "levers: {actors.russia.secrecy: [0.2, 0.8], actors.russia.generosity: {from: 0, to: 1}}\ndiscover: {}",
                "levers: {actors.russia.secrecy: [0.2, 0.8]}\nsearch: {objectives: [delivered, mean_stability]}",
                "players: {a: {objective: delivered, strategies: {x: {actors.russia.secrecy: 0}}},"
                        + " b: {objective: mean_stability, strategies: {x: {actors.russia.generosity: 0}, y: {}}}}",
                "calibrate: {method: votes}",
                "hindcast: {parts: [votes, launches]}",
                "parameters: [region.impacts.spiral]\ntargets: {w: {event: warning, observed: 3, source: s}}\ncalibrate: {}");
    }

    /** The rules that hold for every kind: where scenarios lie, how a study is called, which keys it may have. */
    @ParameterizedTest
    @MethodSource("questions")
    void theSameRulesHoldForEveryKind(String question) throws IOException {
        assertThat(problems("scenario: world.yaml\n" + question)).isEmpty();
        assertThat(problems("scenario: ../../reference.yaml\n" + question))
                .anyMatch(p -> p.path().equals("scenario") && p.message().contains("--allow-outside"));
        assertThat(problems("scenario: no.yaml\n" + question))
                .anyMatch(p -> p.path().equals("scenario") && p.message().contains("no such file"));
        assertThat(problems(question)).isNotEmpty();
        assertThat(problems("name: A B\nscenario: world.yaml\n" + question))
                .anyMatch(p -> p.path().equals("name"));
        assertThat(problems("scenaro: x\nscenario: world.yaml\n" + question))
                .anyMatch(p -> p.message().contains("did you mean scenario?"));
    }

    @Test
    void aLinkLeadsNowhereElse() throws IOException {
        Files.copy(Path.of("scenarios/reference.yaml"), folder.resolve("secret.yaml"));
        Files.createSymbolicLink(studies.resolve("link.yaml"), folder.resolve("secret.yaml"));
        assertThat(problems("scenario: link.yaml\narms: {a: {}, b: {}}\n"))
                .anyMatch(p -> p.message().contains("--allow-outside"));
    }

    /** One vocabulary of distributions, whatever is asked: kinds, lists, cuts, reasons. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{from: 0.1, to: 0.9}",
                "{distribution: uniform, from: 0.1, to: 0.9, reason: nobody knows}",
                "{distribution: normal, mean: 0.5, deviation: 0.4}",
                "{distribution: normal, mean: 0.5, deviation: 0.4, from: 0.2, to: 0.8}",
                "{distribution: triangular, from: 0, mode: 0.5, to: 1}",
                "{distribution: beta, alpha: 2, beta: 3}",
                "{distribution: lognormal, location: -1, deviation: 0.5, truncate: true}",
                "{distribution: discrete, values: [0.1, 0.5], weights: [1, 3]}",
                "[0.1, 0.5, 0.9]"
            })
    void oneVocabularyOfDistributions(String stated) throws IOException {
        String varied = "scenario: world.yaml\nuncertainties: {" + SECRECY + ": " + stated
                + ", actors.russia.generosity: {from: 0, to: 1}}\n";
        for (String section : List.of("sweep: {}", "sensitivity: {}", "discover: {}")) {
            assertThat(problems(varied + section)).isEmpty();
        }
        Path uncertain = studies.resolve("uncertain.yaml");
        Files.writeString(
                uncertain, "extends: world.yaml\nuncertainties: {parameters: {" + SECRECY + ": " + stated + "}}\n");
        assertThat(ScenarioReader.read(uncertain).problems()).isEmpty();
    }

    @Test
    void aRangeThatReachesTooFarIsRefused() throws IOException {
        assertThat(messages("scenario: world.yaml\nlevers: {" + SECRECY + ": {from: 0.5, to: 7}}\nsweep: {}\n"))
                .anyMatch(p -> p.startsWith("2 levers." + SECRECY) && p.contains("0 to 1"));
        assertThat(messages("scenario: world.yaml\nlevers: {" + SECRECY + ": [0.5, 7]}\nsweep: {}\n"))
                .anyMatch(p -> p.startsWith("2 levers." + SECRECY) && p.contains("at 7: "));
        assertThat(problems("scenario: world.yaml\nlevers: {" + SECRECY
                        + ": {from: 0.5, to: 7, truncate: true}}\nsweep: {}\n"))
                .isEmpty();
    }

    @Test
    void policiesAreLeversOfSweepsAndSearchesAndNothingElse() throws IOException {
        String levers = "scenario: world.yaml\nlevers:\n  actors.japan.policy:\n    - {type: silent}\n"
                + "    - {type: script, acts: [{week: 1, act: warn}], otherwise: {type: silent}}\n"
                + "    - {type: rules, rules: [{when: belief > 0.5, do: warn}]}\n";
        assertThat(messages(levers + "sweep: {}\n")).isEmpty();
        assertThat(messages(levers + "search: {objectives: [delivered, mean_stability]}\n"))
                .isEmpty();
        assertThat(messages(levers + "sensitivity: {}\n")).anyMatch(p -> p.contains("levers of a sweep or a search"));
    }

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios/studies"))) {
            return files.sorted().toList().stream();
        }
    }

    private static JsonSchema schema(StudyKind<?, ?> kind) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(StudyReader.schema(kind));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedStudiesObeyTheSchemaOfTheirKind(Path file) {
        assertThat(StudyReader.check(file, ScenarioReader.Options.NONE).problems())
                .isEmpty();
        Node.Mapping document = Document.read(file, file.toString(), new Problems());
        List<StudyKind<?, ?>> kinds = StudyKinds.of(document);
        assertThat(kinds).isNotEmpty();
        for (StudyKind<?, ?> kind : kinds) {
            // A file may hold the sections of several kinds that look at the same points.
            Node.Mapping own = document;
            for (StudyKind<?, ?> other : kinds) {
                own = other == kind ? own : own.without(other.name());
            }
            assertThat(schema(kind).validate(Resolved.node(own))).isEmpty();
        }
    }

    @Test
    void theSchemaRefusesWhatTheReaderRefuses() {
        Node.Mapping wrong = Document.parse(
                "scenario: a.yaml\nplayers: {}\nlevers: {x: {from: 0, distribution: nrmal}}\nsearch: {population: 2, fron: 1}\n",
                "wrong",
                new Problems());
        JsonNode document = Resolved.node(wrong);
        List<String> found = schema(StudyKinds.named("search").orElseThrow()).validate(document).stream()
                .map(m -> m.getMessage())
                .toList();
        assertThat(found)
                .anyMatch(m -> m.contains("players"))
                .anyMatch(m -> m.contains("population"))
                .anyMatch(m -> m.contains("fron"))
                .anyMatch(m -> m.contains("distribution"));
    }
}
