package org.tumen.chart;

/** Thrown when the machine has no fonts to draw with; the message says what to install. */
public final class FontsMissingException extends RuntimeException {
    FontsMissingException(Throwable cause) {
        super(
                "Pictures need fonts, and Java found none on this machine. Install fontconfig and a font, on Debian and"
                        + " Ubuntu: apt-get install fontconfig fonts-dejavu-core",
                cause);
    }
}
