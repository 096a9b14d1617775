package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second case that ships, and what is said of a case that is not that of 2023. */
class AnotherCaseTest {
    private static final String CASE = "scenarios/iran-sudan.yaml";

    @TempDir
    Path root;

    @Test
    void isReadWithTheWarningThatItsPageShows() throws IOException {
        Program.Ending ending = InProcess.run("validate", CASE);

        assertThat(ending.status()).isZero();
        assertThat(ending.err().lines())
                .hasSize(1)
                .allSatisfy(line -> assertThat(Files.readString(Path.of("src/site/markdown/another-case.md")))
                        .contains(line));
    }

    @Test
    void isSimulatedAndTold() {
        String out = root.resolve("result").toString();
        Program.Ending batch = InProcess.run("batch", CASE, "--runs", "8", "--threads", "1", "--out", out);
        assertThat(batch.status()).as(batch.err()).isZero();
        assertThat(batch.out()).contains("8 runs of 104 weeks from 4 January 2027");
        List<String> warnings = warnings(InProcess.run("validate", CASE));
        assertThat(warnings).isNotEmpty();
        assertThat(warnings(batch)).isEqualTo(warnings);

        Program.Ending trace = InProcess.run("trace", CASE, "--run", "3");
        assertThat(trace.status()).as(trace.err()).isZero();
        assertThat(warnings(trace)).isEqualTo(warnings);
        assertThat(trace.out())
                .contains("Iran and Sudan", "Egypt", " drones to Sudan")
                .doesNotContain("North Korea", "Russia", "Japan", "containers");
        assertThat(batch.out().replaceAll("\\s+", " "))
                .contains("A unit of volume is 1,000 drones.")
                .doesNotContain("containers");
        assertThat(InProcess.run("verify", out, "--sample", "4").status()).isZero();
    }

    private static List<String> warnings(Program.Ending ending) {
        return ending.err().lines().filter(l -> l.startsWith("warning: ")).toList();
    }

    /** A warning that concerns all arms is told once; one that concerns some of them names these. */
    @Tag("slow")
    @Test
    void everyCommandThatSimulatesTellsTheWarningsOfItsScenariosOnce() throws IOException {
        Files.copy(Path.of("scenarios/reference.yaml"), root.resolve("reference.yaml"));
        Path study = root.resolve("study.yaml");
        Files.writeString(study, """
                        name: late
                        scenario: reference.yaml
                        runs: 20
                        arms:
                          as_is: {}
                          too_late:
                            set:
                              actors.japan.policy:
                                type: script
                                acts: [{on: 2040-01-01, act: warn}]
                        """);
        String both = "warning: actors.security_council.mandate.in_force: the panel's mandate ended";
        String one = "warning: too_late: actors.japan.policy.acts[0]: 2040-01-01 lies outside";
        for (String command : List.of("validate", "compare")) {
            List<String> words = new ArrayList<>(List.of(command, study.toString(), "--set", "start=2024-06-01"));
            if (!command.equals("validate")) {
                words.addAll(
                        List.of("--threads", "1", "--out", root.resolve(command).toString()));
            }
            Program.Ending ending = InProcess.run(words.toArray(String[]::new));
            assertThat(ending.status()).as(ending.err()).isZero();
            assertThat(warnings(ending))
                    .satisfiesOnlyOnce(w -> assertThat(w).startsWith(both))
                    .satisfiesOnlyOnce(w -> assertThat(w).startsWith(one))
                    .doesNotHaveDuplicates();
        }
        Path sweep = root.resolve("sweep.yaml");
        Files.writeString(sweep, """
                        scenario: reference.yaml
                        runs: 10
                        levers: {actors.russia.secrecy: [0.2, 0.8]}
                        sweep: {}
                        """);
        Program.Ending swept = InProcess.run(
                "explore",
                "sweep",
                sweep.toString(),
                "--set",
                "start=2024-06-01",
                "--threads",
                "1",
                "--out",
                root.resolve("swept").toString());
        assertThat(swept.status()).as(swept.err()).isZero();
        assertThat(warnings(swept)).satisfiesOnlyOnce(w -> assertThat(w).startsWith(both));
    }

    @Test
    void whatStaysBehindOf2023IsToldAndNoMore() throws IOException {
        Files.copy(Path.of("scenarios/reference.yaml"), root.resolve("reference.yaml"));
        Path cast = root.resolve("cast.yaml");
        String page = Files.readString(Path.of("src/site/markdown/another-case.md"));
        Files.writeString(cast, StringUtils.substringBetween(page, "```yaml\n", "```"));
        Program.Ending shown = InProcess.run("validate", cast.toString());
        assertThat(shown.status()).as(shown.err()).isZero();
        assertThat(page.lines().filter(line -> line.startsWith("    warning: ")).limit(3))
                .hasSize(3)
                .allSatisfy(line -> assertThat(shown.err()).contains(line.strip()));
        String head =
                "extends: reference.yaml\nname: cast\nstart: 2027-01-04\nactors:\n  north_korea: {iso3: IRN, label: Iran}\n";
        Files.writeString(cast, head);
        assertThat(InProcess.run("validate", cast.toString()).err())
                .contains(
                        "security_council.aligned",
                        "deal.start_agreed",
                        "deal.delivery.lot",
                        "regime.severity",
                        "mandate.in_force",
                        "region.exercises",
                        "actors.japan.intelligence.start_belief");

        Files.writeString(
                cast, head + "  security_council: {regime: {severity: 0.1}, aligned: [CHN], partly_aligned: [RUS]}\n");
        assertThat(InProcess.run("validate", cast.toString()).err())
                .contains("deal.delivery.lot")
                .doesNotContain("regime.severity", "security_council.aligned");
        assertThat(InProcess.run("validate", "scenarios/reference.yaml").err()).isEmpty();
    }

    @Test
    void anotherYearIsToldOfThePanelAndTheStart() {
        Program.Ending ending = InProcess.run("validate", "scenarios/reference.yaml", "--set", "start=2027-01-04");

        assertThat(ending.err())
                .contains("the panel's mandate ended on 2024-04-30", "the default describes 2023-09-01")
                .doesNotContain("deal.delivery.lot");
    }

    @Test
    void isHeldAgainstNoRecord() {
        Program.Ending ending = InProcess.run(
                "hindcast", CASE, "--runs", "4", "--out", root.resolve("h").toString());

        assertThat(ending.status()).isEqualTo(Main.BAD_INPUT);
        assertThat(ending.err())
                .contains(
                        "votes: ",
                        "launches: ",
                        "shipments: ",
                        "sequence: ",
                        "crises: ",
                        "Allowed: seller PRK, buyer RUS");
        assertThat(root.resolve("h")).doesNotExist();
    }

    @Test
    void whatIsLeftIsHeldAgainstTheRecord() throws IOException {
        Path out = root.resolve("h");
        Program.Ending ending = InProcess.run(
                "hindcast",
                "scenarios/reference.yaml",
                "--set",
                "start=2024-01-04",
                "--set",
                "weeks=52",
                "--parts",
                "launches,shipments",
                "--runs",
                "4",
                "--threads",
                "1",
                "--out",
                out.toString());

        assertThat(ending.status()).as(ending.err()).isZero();
        assertThat(ending.err()).contains("shipments: ", "Allowed: a start from 2023-08-01 to 2023-10-02");
        assertThat(Files.readString(out.resolve("findings.json"))).contains("\"refused\"");
        assertThat(out.resolve("launches_months.csv")).exists();
        assertThat(out.resolve("shipments.csv")).doesNotExist();
    }
}
