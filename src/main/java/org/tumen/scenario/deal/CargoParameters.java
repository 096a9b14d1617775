package org.tumen.scenario.deal;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.words.Numbers;

/** What a unit of volume stands for. It is told to readers; no number of a run depends on it. */
public record CargoParameters(
        @Parameter(
                meaning = "What is shipped, in the plural",
                value = "containers",
                pattern = "\\S[\\s\\S]{0,39}",
                allowed = "a word or two, up to 40 characters",
                basis = "published estimates count containers")
        String what,

        @Parameter(
                meaning = "How many of them a unit of volume is",
                value = "10000",
                min = 1e-6,
                max = 1e12,
                unit = "a unit of volume",
                basis = "scale")
        double perUnit) {
    /** @throws IllegalArgumentException when a value is out of its range */
    public CargoParameters {
        Parameters.require(CargoParameters.class, what, perUnit);
    }

    /** A volume in words, such as "38,400 containers", to four digits. */
    public String told(double units) {
        double count = units * perUnit;
        double step = count > 0 ? Math.pow(10, Math.floor(Math.log10(count)) - 3) : 1;
        return Numbers.inUnit(Numbers.count(Math.round(Math.rint(count / step) * step)), what);
    }
}
