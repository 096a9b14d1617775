package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second case that ships, and what is said of a case that is not that of 2023. */
class AnotherCaseTest {
    private static final String CASE = "scenarios/iran-sudan.yaml";

    @TempDir
    Path root;

    @Test
    void isReadWithTheTwoWarningsThatItsPageShows() throws IOException {
        Program.Ending ending = InProcess.run("validate", CASE);

        assertThat(ending.status()).isZero();
        assertThat(ending.err().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(Files.readString(Path.of("src/site/markdown/another-case.md")))
                        .contains(line));
    }

    @Test
    void isSimulatedAndTold() {
        String out = root.resolve("result").toString();
        Program.Ending batch = InProcess.run("batch", CASE, "--runs", "8", "--threads", "1", "--out", out);
        assertThat(batch.status()).as(batch.err()).isZero();
        assertThat(batch.out()).contains("8 runs of 104 weeks from 2027-01-04");

        Program.Ending trace = InProcess.run("trace", CASE, "--run", "3");
        assertThat(trace.status()).as(trace.err()).isZero();
        assertThat(trace.out()).contains("Iran and Sudan", "Egypt").doesNotContain("North Korea", "Russia", "Japan");
        assertThat(InProcess.run("verify", out, "--sample", "4").status()).isZero();
    }

    @Test
    void whatStaysBehindOf2023IsToldAndNoMore() throws IOException {
        Files.copy(Path.of("scenarios/reference.yaml"), root.resolve("reference.yaml"));
        Path cast = root.resolve("cast.yaml");
        String head =
                "extends: reference.yaml\nname: cast\nstart: 2027-01-04\nactors:\n  north_korea: {iso3: IRN, label: Iran}\n";
        Files.writeString(cast, head);
        assertThat(InProcess.run("validate", cast.toString()).err())
                .contains(
                        "security_council.aligned",
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
                .contains("votes: ", "launches: ", "shipments: ", "sequence: ", "Allowed: seller PRK, buyer RUS");
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
        assertThat(Files.readString(out.resolve("hindcast.json"))).contains("\"refused\"");
        assertThat(out.resolve("launches_months.csv")).exists();
        assertThat(out.resolve("shipments.csv")).doesNotExist();
    }
}
