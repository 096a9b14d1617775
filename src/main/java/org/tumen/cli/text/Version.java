package org.tumen.cli.text;

import org.tumen.store.Software;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as its jar says. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"tumen " + Software.version() + " (Java " + Runtime.version() + ")"};
    }
}
