package org.tumen.cli.option;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.chart.Palette;
import org.tumen.chart.Publication;
import org.tumen.outcome.Outcome;
import org.tumen.study.UsageException;
import org.tumen.words.Nearest;
import picocli.CommandLine.Option;

/** How pictures are drawn once more, to be published. */
public final class FigureOptions {
    @Option(
            names = "--figure-size",
            paramLabel = "SIZE",
            description =
                    "Draw pictures once more, for a slide (16:9), a column (88 mm) or a page (180 mm) of print, into figures/.")
    private Publication.@Nullable Size size;

    @Option(
            names = "--font",
            paramLabel = "NAME",
            description = "The letters of those figures: a family that this machine has (default: its sans serif).")
    private @Nullable String font;

    @Option(
            names = "--palette",
            paramLabel = "PALETTE",
            description =
                    "Draw those figures in colour (default), or in grey with dashes and shapes that keep apart in print.")
    private @Nullable Palette palette;

    @Option(
            names = "--outcomes",
            paramLabel = "KEY",
            split = ",",
            description = "Draw those figures of these outcomes only, by key, such as mean_stability,launches.")
    private @Nullable List<String> outcomes;

    @Option(names = "--pdf", description = "Write those figures as PDF too.")
    private boolean pdf;

    /**
     * What they ask for; a page where no size is said; null where none is given.
     *
     * @throws UsageException when the machine has no such font, or there is no such outcome
     */
    public @Nullable Publication asked() {
        if (size == null && font == null && palette == null && outcomes == null && !pdf) {
            return null;
        }
        return UsageException.unlessRefused(
                "",
                () -> new Publication(
                        size == null ? Publication.Size.PAGE : size,
                        font,
                        palette == null ? Palette.COLOUR : palette,
                        keys(outcomes == null ? List.of() : outcomes),
                        pdf));
    }

    private static Set<String> keys(List<String> given) {
        List<String> known = Outcome.all().stream().map(Outcome::key).toList();
        List<String> unknown = new ArrayList<>(given);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new UsageException("--outcomes: there is no outcome " + unknown.get(0) + "; "
                    + Nearest.suggestion(unknown.get(0), known));
        }
        return new LinkedHashSet<>(given);
    }
}
