package org.tumen.cli;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.tumen.cli.option.ScenarioOptions;
import org.tumen.cli.option.TerminalCommand;
import org.tumen.console.ModelConsole;
import org.tumen.scenario.Scenario;
import org.tumen.study.LoadedScenario;
import org.tumen.study.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens the model in MASON's Console. */
@Command(
        name = "console",
        description = {
            "Open a scenario in MASON's Console: its parameters, the actors and their acts week by week, stability and"
                    + " tension as a time series. Needs a graphical display; closing the Console ends the program.",
            "The Console's random number seed is the number of the run."
        },
        footer = {
            "",
            "Examples:",
            "  tumen console",
            "  tumen console scenarios/coalition.yaml --run 42",
            "  tumen console --set actors.japan.policy.assertiveness=1.2"
        })
final class ConsoleCommand extends TerminalCommand {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SCENARIO",
            defaultValue = "scenarios/baseline.yaml",
            description = "Scenario file (default: ${DEFAULT-VALUE}).")
    private Path file;

    @Option(
            names = "--run",
            paramLabel = "K",
            defaultValue = "0",
            description = "Number of the first run (default: 0).")
    private int run;

    @Option(names = "--seed", paramLabel = "S", description = "Seed (default: the scenario's).")
    private @Nullable Long seed;

    @Mixin
    private ScenarioOptions options;

    @Override
    public Integer call() throws InterruptedException {
        if (run < 0) {
            throw new UsageException("--run must be 0 or more, not " + run);
        }
        Scenario scenario = LoadedScenario.load(file, options.options()).scenario();
        ScenarioOptions.warn(scenario, err());
        ModelConsole.open(
                file, options.options(), seed == null ? scenario.batch().seed() : seed, run);
        new CountDownLatch(1).await();
        return Main.DONE;
    }
}
