package org.tumen.cli;

import java.util.concurrent.Callable;
import org.tumen.study.discover.DiscoverKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds where in the space of parameters outcomes of interest lie. */
@Command(
        name = "discover",
        mixinStandardHelpOptions = true,
        description = {
            "Where do outcomes of interest lie? A Latin hypercube over the parameters, the box that PRIM finds, in words,",
            "whether it would be found again, and a classification tree."
        },
        footer = {
            "",
            "The study's section discover: condition on the mean over a point's runs (such as any_crisis > 0.3), cases (what",
            "such points are called), points, runs, least_mass, resamples, and luck (own or common).",
            "",
            "Example: tumen explore discover scenarios/studies/discover-crises.yaml"
        })
final class DiscoverCommand implements Callable<Integer> {
    @Mixin
    private StudyOptions options;

    @Override
    public Integer call() throws InterruptedException {
        return options.run(new DiscoverKind());
    }
}
