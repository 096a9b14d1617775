package org.tumen.cli;

import java.util.concurrent.Callable;
import org.tumen.study.search.SearchKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Searches for policies that no other beats in every objective. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Search the levers of a study for policies that no other beats in every objective.",
            "NSGA-II or NSGA-III; what was found is evaluated again on fresh luck, so that winners by luck are seen to be so."
        },
        footer = {
            "",
            "The study: scenario or worlds ({name: {scenario: FILE, set: {path: value}}}); levers ({path: {from, to}}, with",
            "whole: true for whole numbers, or a list of values). Its section search: objectives (an outcome, such as",
            "mean_stability; or cvar(mean_stability, 0.1), quantile(launches, 0.95), share(crisis_weeks > 8); or a mapping",
            "with outcome, direction, statistic, name), constraints (such as mean(crisis_weeks) <= 8), over_worlds (mean,",
            "worst, regret), algorithm (auto, nsga2, nsga3), population, evaluations, searches, runs, fresh_runs, front.",
            "",
            "Every point of a search meets the same runs; the front is evaluated again on runs that follow them.",
            "",
            "Example: tumen search scenarios/studies/search-warning.yaml"
        })
final class SearchCommand implements Callable<Integer> {
    @Mixin
    private StudyOptions options;

    @Override
    public Integer call() throws InterruptedException {
        return options.run(new SearchKind());
    }
}
