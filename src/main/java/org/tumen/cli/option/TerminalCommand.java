package org.tumen.cli.option;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that prints; it yields the exit status. */
public abstract class TerminalCommand implements Callable<Integer> {
    @Spec
    protected CommandSpec spec;

    /** Takes what was asked for. */
    protected final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Takes progress and complaints. */
    protected final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
