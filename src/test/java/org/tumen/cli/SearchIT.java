package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search from end to end: its files, its resumption and what it refuses. */
class SearchIT {
    @TempDir
    private Path folder;

    private Path study(String levers, String search) throws IOException {
        for (String name : List.of("reference.yaml", "baseline.yaml", "united-council.yaml")) {
            Files.copy(Path.of("scenarios", name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.writeString(
                folder.resolve("study.yaml"),
                "name: small\nworlds:\n  divided: {scenario: baseline.yaml}\n  united: {scenario: united-council.yaml}\n"
                        + "levers: " + levers + "\nruns: 6\nsearch: " + search + "\n");
    }

    private Program.Ending run(String... args) throws IOException, InterruptedException {
        return Program.run(folder.resolve("results"), args);
    }

    @Tag("slow")
    @Test
    void aSearchThatWasCutShortEndsAsOneThatWasNot() throws Exception {
        String study = study(
                        "{actors.japan.policy.assertiveness: {from: 0.2, to: 1.8}, actors.russia.secrecy: [0.2, 0.8]}",
                        "{objectives: [mean_stability, {outcome: delivered, over_worlds: regret}], over_worlds: worst,"
                                + " constraints: [mean(crisis_weeks) <= 60], population: 8, evaluations: 24, searches: 2,"
                                + " fresh_runs: 50, front: 5}")
                .toString();
        Path whole = folder.resolve("whole");
        Program.Ending first = run("search", study, "--out", whole.toString());
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out())
                .contains(
                        "on the merged front",
                        "tumen compare " + whole + "/chosen/compare.yaml",
                        "The best compromise on the front sets");
        List<String> front = Files.readAllLines(whole.resolve("front.csv"));
        assertThat(front.get(0))
                .startsWith(
                        "arm,chosen_as,mean_stability,mean_stability_low,mean_stability_high,mean_stability_searched,")
                .endsWith(",actors.japan.policy.assertiveness,actors.russia.secrecy");
        assertThat(front.get(front.size() - 1)).startsWith("base,as it stands,").endsWith(",,");
        assertThat(whole.resolve("plots/hypervolume.png")).isNotEmptyFile();
        assertThat(Files.readString(whole.resolve("report.html")))
                .contains("Tumen search", "\"parallel_coordinates\"", "What this does not claim")
                .doesNotContain("http-equiv=\"refresh\"", "src=\"http");

        // As a kill leaves it: the first parts of the search, one half written, and no runs of the front yet.
        Path cut = Files.createDirectories(folder.resolve("cut/search"));
        try (Stream<Path> parts = Files.list(whole.resolve("search"))) {
            List<Path> kept = parts.sorted().limit(2).toList();
            assertThat(kept).hasSize(2);
            for (Path part : kept) {
                Files.copy(part, cut.resolve(part.getFileName()));
            }
        }
        Files.writeString(cut.resolve("part-000003.json.unfinished"), "{\"fing");
        Program.Ending resumed =
                run("search", study, "--out", folder.resolve("cut").toString());
        assertThat(resumed.status()).as(resumed.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("cut/front.csv"))).isEqualTo(front);

        Program.Ending valid =
                run("validate", whole.resolve("chosen/compare.yaml").toString(), study);
        assertThat(valid.status()).as(valid.err()).isZero();
        Files.delete(whole.resolve("report.html"));
        Program.Ending report = run("report", whole.toString());
        assertThat(report.status()).as(report.err()).isZero();
        assertThat(whole.resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void whatCannotBeSearchedIsRefusedBeforeAnythingRuns() throws Exception {
        String study = study(
                        "{actors.russia.secrecy: {from: 0, to: 7}, actors.japan.policy.assertivness: {from: 0, to: 1}}",
                        "{objectives: [mean_stabilty, warnings], constraints: [crisis_weeks = 8], population: 10}")
                .toString();
        Program.Ending refused = run("search", study);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err())
                .contains(
                        "unknown outcome mean_stabilty",
                        "give direction",
                        "must be such as mean(crisis_weeks) <= 8",
                        "multiple of 4",
                        "at 7: ",
                        "did you mean assertiveness?");
        assertThat(folder.resolve("results")).doesNotExist();
    }
}
