package org.tumen.cli;

import java.util.concurrent.Callable;
import org.tumen.scenario.ScenarioSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of scenario files. */
@Command(
        name = "schema",
        description = {
            "Prints the JSON Schema of scenario files, for completion and checks in editors.",
            "With yaml-language-server: write it to a file, and begin a scenario with",
            "# yaml-language-server: $schema=PATH"
        })
public final class SchemaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** For picocli. */
    @SuppressWarnings("NullAway.Init") // picocli sets the field
    public SchemaCommand() {}

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(ScenarioSchema.generate().toPrettyString());
        return Main.DONE;
    }
}
