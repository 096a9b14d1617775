package org.tumen.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.cli.option.ScenarioOptions;
import org.tumen.cli.option.SessionOptions;
import org.tumen.cli.option.TerminalCommand;
import org.tumen.eventdata.Layout;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.study.StudyRequest;
import org.tumen.study.UsageException;
import org.tumen.study.hindcast.HindcastKind;
import org.tumen.study.hindcast.HindcastSection;
import org.tumen.words.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares a scenario with the public record. */
@Command(
        name = "hindcast",
        description =
                "Compare a scenario with the public record: votes, launches, shipments, the sequence of steps and crises, beside"
                        + " naive baselines.",
        footer = {
            "",
            "The runs are stored with their events and are not computed again. Every part says its sample size; with two vetoes"
                    + " in twenty-six votes no precise probability of a veto can be claimed.",
            "",
            "Examples:",
            "  tumen hindcast",
            "  tumen hindcast scenarios/baseline.yaml --parts votes",
            "  tumen hindcast scenarios/reference.yaml --runs 2000 --parts launches,shipments,sequence",
            "  tumen hindcast --events gdelt.tsv --dyad PRK-RUS --parts none"
        })
final class HindcastCommand extends TerminalCommand {
    private static final Path DEFAULT = Path.of("scenarios", "baseline.yaml");

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Scenario file, or a study of this kind (default: scenarios/baseline.yaml).")
    private @Nullable Path file;

    @Option(
            names = "--parts",
            paramLabel = "PART",
            split = ",",
            description =
                    "What to compare with the record: votes, launches, shipments, sequence, crises; or none (default: all).")
    private @Nullable List<String> parts;

    @Option(names = "--runs", paramLabel = "N", description = "Runs (default: 1,000, or the study's).")
    private @Nullable Long runs;

    @Mixin
    private SessionOptions execution;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Draws from the priors of the vote model (default: 20,000).")
    private @Nullable Integer draws;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description =
                    "Event data (GDELT 1.0 or 2.0, ICEWS, POLECAT; plain, gzip or zip) to set beside the simulated events of a dyad.")
    private @Nullable Path events;

    @Option(
            names = "--events-format",
            paramLabel = "LAYOUT",
            description = "auto, gdelt-1, gdelt-2, icews or polecat (default: auto, by the file's first line).")
    private @Nullable String format;

    @Option(
            names = "--dyad",
            paramLabel = "SOURCE-TARGET",
            description = "The directed pair of countries for --events (default: the scenario's seller and buyer).")
    private @Nullable String dyad;

    @Mixin
    private ScenarioOptions options;

    @Option(names = "--out", paramLabel = "DIR", description = "Result folder (default: results/NAME-hindcast-HASH).")
    private @Nullable Path out;

    @Override
    public Integer call() throws InterruptedException {
        if (events == null && (format != null || dyad != null)) {
            throw new UsageException("--events-format and --dyad need --events");
        }
        if (parts != null && draws != null && !parts.contains("votes")) {
            throw new UsageException(
                    "--draws says how many draws the part votes takes; name votes in --parts, or leave it out");
        }
        if (runs != null && List.of("votes").equals(parts) && events == null) {
            throw new UsageException("--runs: --parts votes simulates nothing; leave --runs out, or name another part");
        }
        boolean own = parts != null || draws != null || events != null;
        new HindcastKind()
                .run(
                        new StudyRequest(scenarioFile(), options.options(), out),
                        own ? section() : null,
                        events,
                        execution.session(spec, runs, ExecutionSettings.FAILURE_LIMIT));
        return Main.DONE;
    }

    private Path scenarioFile() {
        if (file != null) {
            return file;
        }
        if (!Files.exists(DEFAULT)) {
            throw new UsageException("there is no " + DEFAULT + " here; name a scenario file");
        }
        return DEFAULT;
    }

    private HindcastSection section() {
        if (draws != null && (draws < 100 || draws > 1_000_000)) {
            throw new UsageException("--draws must be from 100 to 1,000,000, not " + draws);
        }
        return new HindcastSection(parts(), draws == null ? 20_000 : draws, null, layout(), dyad);
    }

    private List<HindcastSection.Part> parts() {
        if (parts == null) {
            return List.of(HindcastSection.Part.values());
        }
        if (parts.contains("none") && (parts.size() > 1 || events == null)) {
            throw new UsageException("--parts none stands alone, and with --events");
        }
        return parts.contains("none")
                ? List.of()
                : parts.stream()
                        .map(part -> word(HindcastSection.Part.values(), part, "--parts", "or none "))
                        .toList();
    }

    private @Nullable Layout layout() {
        return format == null || format.equals("auto")
                ? null
                : word(Layout.values(), format, "--events-format", "or auto ");
    }

    private static <E extends Enum<E>> E word(E[] known, String given, String option, String more) {
        List<String> words =
                Arrays.stream(known).map(e -> Texts.key(e).replace('_', '-')).toList();
        int place = words.indexOf(given);
        if (place < 0) {
            throw new UsageException(
                    option + ": " + String.join(", ", words) + " " + more + "are allowed, not " + Texts.visible(given));
        }
        return known[place];
    }
}
