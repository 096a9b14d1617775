package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An option that would do nothing beside others is refused, with a sentence that says what is allowed. */
class VainOptionsTest {
    @TempDir
    private Path folder;

    private Program.Ending run(String line) {
        String[] words = line.replace("OUT", folder.resolve("out").toString()).split(" ");
        Program.Ending ending = InProcess.run(words);
        assertThat(folder).as(line).isEmptyDirectory();
        return ending;
    }

    /** To try a command without making anything, --dry-run is put behind it as it stands. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--open",
                "--details",
                "--figure-size page",
                "--font Serif",
                "--palette grey",
                "--outcomes launches",
                "--pdf",
                "--failure-limit 5",
                "--engine local",
            })
    void anyCommandCanBeTriedDry(String option) {
        Program.Ending ending = run("batch scenarios/reference.yaml --runs 20 --out OUT " + option + " --dry-run");
        assertThat(ending.status()).as(ending.err()).isZero();
        assertThat(ending.out()).contains("20 of 156 weeks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--open", "--details", "--figure-size page", "--palette grey", "--outcomes launches", "--pdf"})
    void besideAShard(String option) {
        Program.Ending ending = run("batch scenarios/reference.yaml --runs 20 --out OUT --shard 1/2 " + option);
        assertThat(ending.status()).isEqualTo(Main.BAD_INPUT);
        assertThat(ending.err()).contains("--shard", option.split(" ")[0], "leave it out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "batch scenarios/reference.yaml --out OUT --master spark://host:7077 | give both",
                "compare scenarios/reference.yaml scenarios/silence.yaml --out OUT --master local[*] | give both",
                "batch scenarios/reference.yaml --out OUT --engine local --master x | give both",
                "search scenarios/studies/search-warning.yaml --out OUT --master x | --threads makes generations sooner",
                "batch scenarios/reference.yaml --runs 20 --out OUT --shard 1/64 | there are 20 runs to share, so N can be at most 20",
                "compare scenarios/reference.yaml scenarios/silence.yaml --runs 20 --out OUT --shard 41/41 | N can be at most 40",
                "explore sweep scenarios/studies/sweep-warning.yaml --runs 2 --out OUT --shard 1/71 | N can be at most 70",
                "hindcast scenarios/reference.yaml --parts launches --draws 500 --out OUT | name votes in --parts",
                "hindcast scenarios/reference.yaml --parts votes --runs 500 --out OUT | leave --runs out",
                "verify scenarios --sample 0 --sample-seed 5 | leave one of them out",
                "params --study search --format markdown --search draws | narrows text and json",
                "trace scenarios/reference.yaml --why --flip 3:japan=warn | --why tells of the decisions of one run",
                "trace scenarios/reference.yaml --why --against scenarios/silence.yaml | --why tells of the decisions of one run",
            })
    void besideOthers(String line, String told) {
        Program.Ending ending = run(line);
        assertThat(ending.status()).as(ending.out() + ending.err()).isEqualTo(Main.BAD_INPUT);
        assertThat(ending.err()).contains(told);
        assertThat(ending.out()).isEmpty();
    }
}
