package org.tumen.cli.text;

import picocli.CommandLine.IVersionProvider;

/** The program's version, as its jar says. */
public final class Version implements IVersionProvider {
    /** The version; "development" when the classes do not come from a jar. */
    public static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"tumen " + number() + " (Java " + Runtime.version() + ")"};
    }
}
