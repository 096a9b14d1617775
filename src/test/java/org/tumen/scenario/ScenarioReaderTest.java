package org.tumen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.document.Problem;
import org.tumen.policy.Policies;
import org.tumen.policy.Recurrence;
import org.tumen.policy.builtin.LadderParameters;
import org.tumen.policy.builtin.WarnerParameters;
import org.tumen.policy.script.ScriptParameters;
import org.tumen.world.Role;

class ScenarioReaderTest {
    private static final String CAST = """
            actors:
              seller: {role: seller, iso3: PRK, label: S}
              buyer: {role: buyer, iso3: RUS, label: B}
              japan: {role: warner, iso3: JPN, label: J}
              council: {role: council}
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> problems(String text) throws IOException {
        return messages(ScenarioReader.read(file("x.yaml", text)));
    }

    private List<String> messages(Reading reading) {
        return reading.problems().stream()
                .map(p -> p.toString().replace(folder + "/", ""))
                .toList();
    }

    private static Reading set(Reading base, String... pairs) {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            overrides.put(pairs[i], pairs[i + 1]);
        }
        return ScenarioReader.override(base.scenario(), overrides);
    }

    @Test
    void fillsInDeclaredDefaultsAndTheNameOfTheFile() throws IOException {
        Scenario scenario = ScenarioReader.read(file("My First.yaml", CAST)).scenario();
        assertThat(scenario.name()).isEqualTo("my-first");
        assertThat(scenario.description()).isEmpty();
        assertThat(scenario.weeks()).isEqualTo(156);
        assertThat(scenario.council().mandate().votes()).containsExactly(new Recurrence(null, MonthDay.of(3, 24)));
        assertThat(scenario.council().policy().type()).isEqualTo("penholder");
        assertThat(((WarnerParameters) scenario.warners().get("japan").policy().parameters()).assertiveness())
                .isEqualTo(0.85);
    }

    @Test
    void tellsAllProblemsOfAFileInTheOrderOfLines() throws IOException {
        assertThat(problems("""
                                weks: 12
                                weeks: 0
                                weeks: 3
                                start: 2023-02-30
                                actors:
                                  japan: {role: warner, iso3: jpn, label: J, policy: {type: quantl}}
                                  b: {role: buyer, iso3: RUS, label: B, secrecy: .nan}
                                  c: {role: buyer, iso3: CHN, label: C}
                                  un: {role: council, roster: [{iso3: USA, ideal: 2}]}
                                deal: {terms: {min_volume: 3, max_volume: 1, grid_points: "2"}}
                                batch: {runs: 0x1F}
                                """))
                .containsExactly(
                        "x.yaml:1: weks: unknown key; did you mean weeks?",
                        "x.yaml:2: weeks: must be a whole number from 1 to 5200, not 0",
                        "x.yaml:3: weeks: duplicate key; it stands in line 2 already and may stand once",
                        "x.yaml:4: start: must be a date from 1900-01-01 to 2199-12-31, not 2023-02-30, which is no date",
                        "x.yaml:5: actors: 2 actors have the role buyer (b, c); exactly one must",
                        "x.yaml:5: actors: no actor has the role seller; exactly one must",
                        "x.yaml:6: actors.japan.iso3: must be three capital letters, such as JPN, not \"jpn\"",
                        "x.yaml:6: actors.japan.policy.type: must be one of "
                                + String.join(", ", Policies.types(Role.WARNER))
                                + ","
                                + " not quantl; did you mean quantal?",
                        "x.yaml:7: actors.b.secrecy: must be a number from 0 to 1 in plain decimals, not .nan",
                        "x.yaml:9: actors.un.roster: must list 15 members, not 1",
                        "x.yaml:10: deal.terms.grid_points: must be a whole number from 2 to 201, not the text \"2\"",
                        "x.yaml:11: batch.runs: must be a whole number from 1 to 100000000, not 0x1F");
    }

    /** What is written beside a merge counts before what is merged, and of several mappings the first. */
    @Test
    void mergeKeysAddTheKeysOfOtherMappings() throws IOException {
        String merging = CAST.replace(
                        "label: J}", "label: J, policy: &usual {type: quantal, assertiveness: 1.1, restraint: 0.7}}")
                + "  korea: {role: warner, iso3: KOR, label: K, policy: {<<: *usual, restraint: 0.4}}\n"
                + "  both: {role: warner, iso3: AUS, label: A, policy: {<<: [{restraint: 0.3}, *usual]}}\n";
        Scenario scenario = ScenarioReader.read(file("x.yaml", merging)).scenario();
        WarnerParameters korea =
                (WarnerParameters) scenario.warners().get("korea").policy().parameters();
        assertThat(korea.assertiveness()).isEqualTo(1.1);
        assertThat(korea.restraint()).isEqualTo(0.4);
        WarnerParameters both =
                (WarnerParameters) scenario.warners().get("both").policy().parameters();
        assertThat(both.assertiveness()).isEqualTo(1.1);
        assertThat(both.restraint()).isEqualTo(0.3);
        assertThat(problems(CAST + "deal:\n  <<: 3\n  <<: {agreement_hazard: 0.1}\n"))
                .containsExactly(
                        "x.yaml:%d: deal.<<: merges a mapping or a list of mappings, such as *name of one; nothing else"
                                .formatted(CAST.lines().count() + 2),
                        "x.yaml:%d: deal.<<: may stand once; to merge several mappings give it a list"
                                .formatted(CAST.lines().count() + 3));
    }

    @ParameterizedTest
    @CsvSource({
        "1_000, false", "0x1F, false", "yes, false", ".inf, false", "1e309, false", "01, false", "'\"1\"', false",
        "-0.0, true", "1e-320, true", "+.5, true", "1, true", "0.25, true", "1.0000001, false", "null, false"
    })
    void takesPlainDecimalNumbersOnly(String value, boolean good) throws IOException {
        Reading reading = ScenarioReader.read(file("x.yaml", CAST + "deal: {agreement_hazard: " + value + "}\n"));
        assertThat(reading.valid()).isEqualTo(good);
        assertThat(reading.problems()).allMatch(p -> p.line() == 6 && p.path().equals("deal.agreement_hazard"));
    }

    @Test
    void readsVotesWhateverYamlThinksOfNo() throws IOException {
        String votes =
                "{type: script, votes: [{week: 29, member: RUS, vote: no}, {week: 29, member: CHN, vote: abstain}]}";
        Reading reading = ScenarioReader.read(
                file("x.yaml", CAST.replace("{role: council}", "{role: council, policy: " + votes + "}")));
        assertThat(reading.document().at("/actors/council/policy/votes/0/vote").asText())
                .isEqualTo("no");
        assertThat(reading.document()
                        .at("/actors/council/policy/otherwise/type")
                        .asText())
                .isEqualTo("penholder");
    }

    @Test
    void mergesWhatItExtends() throws IOException {
        file(
                "parent.yaml",
                CAST + "name: parent\ndescription: theirs\nweeks: 10\ndeal: {extension: 0.5, start: none}\n");
        Scenario child = ScenarioReader.read(file("child.yaml", """
                        extends: parent.yaml
                        deal: {extension: 0.7}
                        actors:
                          japan: null
                          korea: {role: warner, iso3: KOR, label: K}
                          council: {mandate: {votes: [{on: 2024-03-28}]}}
                        """)).scenario();
        assertThat(child.name()).isEqualTo("child");
        assertThat(child.description()).isEmpty();
        assertThat(child.weeks()).isEqualTo(10);
        assertThat(child.deal().extension()).isEqualTo(0.7);
        assertThat(child.deal().start().key()).isEqualTo("none");
        assertThat(child.actors().keySet()).containsExactly("seller", "buyer", "council", "korea");
        assertThat(child.council().mandate().votes()).containsExactly(new Recurrence(LocalDate.of(2024, 3, 28), null));
    }

    @Test
    void replacesAPolicyOfAnotherTypeAndMergesOneOfTheSameParameters() throws IOException {
        Reading base = set(ScenarioReader.read(file("x.yaml", CAST)), "actors.japan.policy.assertiveness", "1.5");
        Scenario reply = set(base, "actors.japan.policy.type", "best_reply").scenario();
        assertThat(((WarnerParameters) reply.warners().get("japan").policy().parameters()).assertiveness())
                .isEqualTo(1.5);
        Scenario ladder =
                set(base, "actors.japan.policy", "{type: ladder, warn: 0.5}").scenario();
        assertThat(((LadderParameters) ladder.warners().get("japan").policy().parameters()).warn())
                .isEqualTo(0.5);
        Scenario script = set(base, "actors.japan.policy.type", "script").scenario();
        ScriptParameters acts =
                (ScriptParameters) script.warners().get("japan").policy().parameters();
        assertThat(acts.otherwise().type()).isEqualTo("quantal");
        assertThat(((WarnerParameters) acts.otherwise().parameters()).assertiveness())
                .isEqualTo(1.5);
    }

    @Test
    void overridesAnythingAnywhere() throws IOException {
        Reading base = ScenarioReader.read(file("x.yaml", CAST));
        Scenario changed = set(
                        base,
                        "actors.council.mandate.votes[0].every",
                        "04-01",
                        "actors.council.rivalry.start[0]",
                        "0.024",
                        "actors.council.rivalry.start.1",
                        "0.010",
                        "batch.runs",
                        "7",
                        "actors.korea",
                        "{role: warner, iso3: KOR, label: K}")
                .scenario();
        assertThat(changed.council().mandate().votes()).containsExactly(new Recurrence(null, MonthDay.of(4, 1)));
        assertThat(changed.council().rivalry().start()).containsExactly(0.024, 0.010, 0.027, 0.129, 0.339, 0.471);
        assertThat(changed.batch().runs()).isEqualTo(7);
        assertThat(changed.warners()).containsKey("korea");
    }

    @Test
    void namesTheNearestPathOfAWrongOverride() throws IOException {
        Reading base = ScenarioReader.read(file("x.yaml", CAST));
        assertThat(messages(set(
                        base,
                        "actors.japn.policy.assertiveness",
                        "1",
                        "actors.japan.policy.asertiveness",
                        "1",
                        "actors.council.rivalry.start[6]",
                        "1",
                        "weeks",
                        "[",
                        "a..b",
                        "1")))
                .containsExactly(
                        "--set: a..b: is not a path; write it like deal.terms.grid_points or acts[0].week",
                        "--set: actors.council.rivalry.start[6]: no entry 6; the list has entries 0 to 5",
                        "--set: actors.japan.policy.asertiveness: unknown key; did you mean assertiveness?",
                        "--set: actors.japn.policy.assertiveness: unknown path; did you mean actors.japan.policy.assertiveness?",
                        "--set: weeks: is not valid YAML: while parsing a flow node, expected the node content, but found"
                                + " '<stream end>'");
    }

    @Test
    void refusesCyclesAndLongChains() throws IOException {
        file("a.yaml", "extends: b.yaml\n");
        file("b.yaml", "\nextends: a.yaml\n");
        assertThat(messages(ScenarioReader.read(folder.resolve("a.yaml"))))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("b.yaml:2: extends: \"a.yaml\" leads back to");
        file("0.yaml", CAST);
        for (int i = 1; i <= 16; i++) {
            file(i + ".yaml", "extends: " + (i - 1) + ".yaml\n");
        }
        assertThat(ScenarioReader.read(folder.resolve("15.yaml")).valid()).isTrue();
        assertThat(messages(ScenarioReader.read(folder.resolve("16.yaml"))))
                .containsExactly("1.yaml:1: extends: makes a chain of more than 16 files");
    }

    @Test
    void staysInTheFolderUnlessAsked() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path outside = file("outside.yaml", CAST);
        Path child = Files.writeString(inner.resolve("child.yaml"), "extends: ../outside.yaml\n");
        assertThat(ScenarioReader.read(child).problems().get(0).message()).contains("is outside of the folder");
        Path linked = Files.writeString(inner.resolve("linked.yaml"), "extends: link.yaml\n");
        Files.createSymbolicLink(inner.resolve("link.yaml"), outside);
        assertThat(ScenarioReader.read(linked).problems().get(0).message()).contains("is outside of the folder");
        ScenarioReader.Options allowed = new ScenarioReader.Options(List.of(), true);
        assertThat(ScenarioReader.read(child, allowed).valid()).isTrue();
        assertThat(ScenarioReader.read(linked, allowed).valid()).isTrue();
    }

    @Test
    void tellsWhatIsWrongWithAParentOnce() throws IOException {
        file("parent.yaml", "weeks: [\n");
        assertThat(messages(ScenarioReader.read(file("child.yaml", "extends: parent.yaml\nweks: 2\n"))))
                .hasSize(2)
                .satisfiesExactly(
                        m -> assertThat(m).isEqualTo("child.yaml:2: weks: unknown key; did you mean weeks?"),
                        m -> assertThat(m).startsWith("parent.yaml:2: is not valid YAML"));
    }

    @Test
    void readsJsonWithLines() throws IOException {
        Reading reading =
                ScenarioReader.read(file("x.json", "{\"weeks\": 3,\n \"weeks\": 4,\n \"deal\": {\"strt\": 1}}"));
        assertThat(messages(reading))
                .contains(
                        "x.json:2: weeks: duplicate key; it stands in line 1 already and may stand once",
                        "x.json:3: deal.strt: unknown key; did you mean start?");
    }

    @Test
    void readsOnlyRegularTextFiles() throws IOException {
        assertThat(messages(ScenarioReader.read(folder.resolve("none.yaml"))))
                .containsExactly("none.yaml: no such file");
        assertThat(ScenarioReader.read(folder).problems().get(0).message()).isEqualTo("is a folder, not a file");
        assertThat(ScenarioReader.read(Path.of("/dev/zero")).valid()).isFalse();
        assertThat(problems("")).containsExactly("x.yaml:1: is empty; a mapping of keys to values is expected");
        assertThat(problems("- a\n"))
                .containsExactly("x.yaml:1: must be a mapping of keys to values at the top, not a list");
        assertThat(problems("---\na: 1\n---\nb: 1\n")).hasSize(1);
        assertThat(problems("a: \u0000\n"))
                .containsExactly("x.yaml:1: holds the control character U+0000; only text is allowed");
        assertThat(problems("x".repeat(2 * 1024 * 1024 + 1)).get(0)).contains("larger than 2 MiB");
        assertThat(problems("[".repeat(200_000)).get(0)).contains("Nesting Depth exceeded");
        assertThat(problems("weeks: !!java.net.URL http://x\n"))
                .contains(
                        "x.yaml:1: weeks: the tag !!java.net.URL is not allowed; only plain values, lists and mappings are");
        assertThat(problems("deal: &d {terms: *d}\n").get(0)).contains("contains itself");
        Files.write(folder.resolve("x.yaml"), "\uFEFFa: 1\nb: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(messages(ScenarioReader.read(folder.resolve("x.yaml"))).get(0))
                .contains("is not UTF-8 at byte");
        assertThat(ScenarioReader.read(file("x.yaml", "\uFEFF" + CAST)).valid()).isTrue();
    }

    @Test
    void writesAliasesOutWithinABudget() throws IOException {
        StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c < 'i'; c++) {
            bomb.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append(("*" + (char) (c - 1) + ",").repeat(10))
                    .append("]\n");
        }
        assertThat(problems(bomb.toString()).toString()).contains("holds more than 250000 values, aliases written out");
    }

    @Test
    void refusesASecondVoteOfAMember() throws IOException {
        String votes = "{type: script, votes: [{week: 1, member: RUS, vote: no}, {week: 1, member: RUS, vote: yes}]}";
        assertThat(problems(CAST.replace("{role: council}", "{role: council, policy: " + votes + "}")))
                .containsExactly("x.yaml:5: actors.council.policy: votes must not name RUS twice in one week (week 1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "1e3", "-0.5", "true", "false"})
    void aNumberOrATruthValueIsNoTextUnlessItIsQuoted(String value) throws IOException {
        for (String text : List.of("deal: {cargo: {what: LABEL}}\n" + CAST, CAST.replace("label: S", "label: LABEL"))) {
            assertThat(ScenarioReader.read(file("x.yaml", text.replace("LABEL", value)))
                            .problems())
                    .as(text)
                    .extracting(Problem::message)
                    .containsExactly("must be text; write \"" + value + "\" in quotes where that is meant");
            Scenario quoted = ScenarioReader.read(file("x.yaml", text.replace("LABEL", "'" + value + "'")))
                    .scenario();
            Path written = file("y.yaml", ScenarioWriter.brief(quoted));
            assertThat(ScenarioReader.read(written).scenario()).isEqualTo(quoted);
        }
    }
}
