package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.ParameterEntry;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyKinds;

/** Files to begin with are valid, run as they are, say every key, and overwrite nothing unasked. */
class InitCommandTest {
    /** Numbers that decide how long a study takes. */
    private static final String SIZES =
            "runs|points|trajectories|population|evaluations|fresh_runs|front|particles|generations|draws|rows|most_runs";

    @TempDir
    private Path folder;

    private Program.Ending init(String... args) {
        List<String> command = new ArrayList<>(List.of("init"));
        command.addAll(List.of(args));
        return InProcess.run(command.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aScenarioIsValidAndRunsAndNamesEveryParameter() throws IOException {
        assertThat(init("--to", file("mine.yaml")).status()).isZero();
        Program.Ending valid = InProcess.run("validate", file("mine.yaml"));
        assertThat(valid.out()).contains("valid: mine, north_korea, russia, japan, allies, security_council");
        Program.Ending run = InProcess.run("batch", file("mine.yaml"), "--runs", "4", "--out", file("out"));
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(folder.resolve("out/report.html")).isNotEmptyFile();
        List<String> lines = Files.readAllLines(folder.resolve("mine.yaml"));
        for (ParameterEntry entry : ParameterCatalogue.of(
                ScenarioReader.read(folder.resolve("mine.yaml")).scenario())) {
            String key = entry.path().substring(entry.path().lastIndexOf('.') + 1);
            assertThat(lines).as(entry.path()).anyMatch(line -> line.matches(" *(# )?" + key + ": ?.*"));
        }
    }

    /** What is written in place is half a file when the disk is full; a second name of the file tells whether it was. */
    @Test
    void aFileIsReplacedWholeOrNotAtAll() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.yaml"), "kept");
        Path other = Files.createLink(folder.resolve("other.yaml"), mine);
        assertThat(init("--to", mine.toString()).status()).isEqualTo(2);
        assertThat(init("--to", mine.toString(), "--force").status()).isZero();
        assertThat(mine).content().contains("actors:");
        assertThat(other).hasContent("kept");
        assertThat(init("--to", folder.toString(), "--force").status()).isEqualTo(2);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(mine, other);
        }
    }

    @Test
    void whatIsCommentedOutInAScenarioMayBeSaid() throws IOException {
        init("--to", file("mine.yaml"));
        Path said = folder.resolve("said.yaml");
        // Every key is said; what is no key stays a comment.
        Files.writeString(
                said,
                Files.readString(folder.resolve("mine.yaml"))
                        .replaceAll("(?m)^( *)# ([a-z_0-9]+:( [^(\\n]*)?(  # .*)?)$", "$1$2"));
        Program.Ending valid = InProcess.run("validate", said.toString());
        assertThat(valid.status()).as(valid.err()).isZero();
        Scenario all = ScenarioReader.read(said).scenario();
        Scenario mine = ScenarioReader.read(folder.resolve("mine.yaml")).scenario();
        assertThat(all.region()).isEqualTo(mine.region());
        assertThat(all.actors().get("japan").policy())
                .isEqualTo(mine.actors().get("japan").policy());
        assertThat(mine.uncertainties().parameters().size()).isGreaterThan(40);
        assertThat(all.uncertainties()).isNull();
    }

    @Test
    void rulesAreValidForEveryActorAndDecide() {
        init("--to", file("scenario.yaml"));
        for (String actor : List.of("north_korea", "russia", "japan", "allies", "security_council")) {
            Program.Ending written = init("rules", "--actor", actor, "--to", file(actor + ".yaml"));
            assertThat(written.status()).as(actor + written.err()).isZero();
            assertThat(InProcess.run("validate", file(actor + ".yaml")).status())
                    .isZero();
        }
        assertThat(InProcess.run("trace", file("japan.yaml"), "--run", "1", "--why")
                        .out())
                .contains("weeks_since_start % 26");
    }

    static Stream<StudyKind<?, ?>> kinds() {
        return StudyKinds.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aStudyOfEachKindIsValidAndRuns(StudyKind<?, ?> kind) throws IOException {
        Path study = folder.resolve("study.yaml");
        Program.Ending written = init(kind.name(), "--to", study.toString());
        assertThat(written.status()).as(written.err()).isZero();
        assertThat(written.out())
                .contains("scenario.yaml, a scenario.")
                .contains("Next: tumen " + StudyKinds.command(kind));
        Program.Ending valid = InProcess.run("validate", study.toString());
        assertThat(valid.out()).as(valid.err()).contains("valid: study study of the kind " + kind.name());
        // A small form of it: smaller numbers, of the keys that are not said as well unless they belong to another
        // method.
        String unsaid = Set.of("calibrate", "sensitivity", "sweep").contains(kind.name()) ? "" : "(?:# )?";
        String small = Files.readString(study)
                .replaceAll("(?m)^( *)" + unsaid + "(" + SIZES + "): [0-9]+(?=  #|$)", "$1$2: 4");
        small = small.replaceAll("(points|fresh_runs): 4", "$1: 50")
                .replaceAll("draws: 4", "draws: 500")
                .replaceAll("particles: 4", "particles: 10")
                .replaceAll("generations: 4", "generations: 1")
                .replaceAll("(population|evaluations): 4", "$1: 8");
        Files.writeString(study, small);
        Path scenario = folder.resolve("scenario.yaml");
        Files.writeString(scenario, Files.readString(scenario).replace("weeks: 156", "weeks: 60"));
        List<String> command = new ArrayList<>(List.of(StudyKinds.command(kind).split(" ")));
        command.addAll(List.of(study.toString(), "--out", file("out"), "--threads", "1"));
        Program.Ending run = InProcess.run(command.toArray(String[]::new));
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(folder.resolve("out/report.html")).isNotEmptyFile();
    }

    @Test
    void nothingIsOverwrittenUnasked() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.yaml"), "mine");
        Program.Ending refused = init("--to", mine.toString());
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("mine.yaml exists", "--force");
        assertThat(mine).hasContent("mine");
        assertThat(init("--to", mine.toString(), "--force").status()).isZero();
        assertThat(Files.readString(mine)).contains("name: mine");
    }

    @Test
    void whatCannotBeBegunIsTold() throws IOException {
        assertThat(init("serch").err()).contains("no serch to begin with", "did you mean search");
        Files.writeString(folder.resolve("scenario.yaml"), "name: broken\nweeks: none\n");
        Program.Ending broken = init("sweep", "--to", file("sweep.yaml"));
        assertThat(broken.status()).isEqualTo(2);
        assertThat(broken.err()).contains("scenario.yaml:2: weeks");
        assertThat(folder.resolve("sweep.yaml")).doesNotExist();
        assertThat(init("rules", "--scenario", "scenarios/baseline.yaml", "--actor", "egypt", "--to", file("r.yaml"))
                        .err())
                .contains("no actor is called egypt");
    }
}
