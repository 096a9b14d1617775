package org.tumen.cli.option;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.words.Texts;
import picocli.CommandLine.Option;

/** The options of every command that reads scenarios. */
public final class ScenarioOptions {
    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Override a parameter, such as actors.japan.policy.assertiveness=1.2; may be repeated.")
    private List<String> overrides = new ArrayList<>();

    @Option(names = "--allow-outside", description = "Let a scenario extend files outside of its own folder.")
    private boolean allowOutside;

    /** Tells of what is allowed in a scenario that is about to be simulated but may not do what its author meant. */
    public static void warn(Scenario scenario, PrintWriter err) {
        scenario.warnings().forEach(warning -> err.println("warning: " + Texts.visible(warning)));
        err.flush();
    }

    /** What the options say. */
    public ScenarioReader.Options options() {
        return new ScenarioReader.Options(overrides, allowOutside);
    }
}
