package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures drawn once more to be published, by commands. */
class FiguresTest {
    @TempDir
    Path root;

    private static void refused(String words, String... args) {
        Program.Ending ending = InProcess.run(args);
        assertThat(ending.status()).as(ending.err()).isEqualTo(2);
        assertThat(ending.err()).contains(words);
    }

    /** They lie beside the pictures that every result has, listed with their checksums and described with all other files. */
    @Test
    @Tag("slow")
    void aResultIsDrawnOnceMore() throws Exception {
        String folder = root.resolve("result").toString();
        Program.Ending made = InProcess.run(
                "batch",
                "scenarios/baseline.yaml",
                "--runs",
                "20",
                "--out",
                folder,
                "--outcomes",
                "launches",
                "--palette",
                "grey");
        assertThat(made.status()).as(made.err()).isZero();
        assertThat(made.out()).contains("Figures: 2 in ");
        Path plot = root.resolve("result/plots/overview.png");
        byte[] before = Files.readAllBytes(plot);

        Program.Ending again =
                InProcess.run("report", folder, "--figure-size", "column", "--outcomes", "launches,vetoes", "--pdf");
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.err()).doesNotContain("warning");
        assertThat(again.out()).contains("Figures in " + Path.of(folder, "figures", "column"));
        assertThat(Files.readAllBytes(plot)).isEqualTo(before);
        String sums = Files.readString(root.resolve("result/SHA256SUMS"));
        String crate = Files.readString(root.resolve("result/ro-crate-metadata.json"));
        for (String name : new String[] {
            "figures/page-grey/distributions.png",
            "figures/page-grey/distribution_launches.svg",
            "figures/column/distributions.pdf",
            "figures/column/distribution_launches.pdf"
        }) {
            assertThat(root.resolve("result").resolve(name)).isNotEmptyFile();
            assertThat(sums).contains(name);
            assertThat(crate).contains(name);
        }
        assertThat(crate).contains("application/pdf");
        assertThat(root.resolve("result/figures/column/overview.png")).doesNotExist();
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        String none = root.resolve("none").toString();
        refused("this machine has no font Nonesuch; it has ", "report", none, "--font", "Nonesuch");
        refused("there is no outcome lanches; did you mean launches?", "report", none, "--outcomes", "lanches");
        refused("--no-pictures leaves no figures to draw", "report", none, "--pdf", "--no-pictures");
        refused("expected one of [SLIDE, COLUMN, PAGE]", "report", none, "--figure-size", "poster");
        refused(
                "this machine has no font Nonesuch",
                "batch",
                "scenarios/baseline.yaml",
                "--font",
                "Nonesuch",
                "--out",
                none);
        assertThat(root.resolve("none")).doesNotExist();
    }
}
