package org.tumen.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Commands that run within the process of a test, which is quicker than a process of their own. */
final class InProcess {
    private InProcess() {}

    /** Runs a command to its end. */
    static Program.Ending run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Program.Ending(status, out.toString(), err.toString());
    }
}
