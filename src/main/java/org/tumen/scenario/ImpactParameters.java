package org.tumen.scenario;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** What events do to tension; negative values calm. */
public record ImpactParameters(
        @Parameter(
                meaning = "A missile test",
                value = "0.9",
                min = -50,
                max = 50,
                unit = "index points",
                basis = "assumption")
        double test,

        @Parameter(
                meaning = "A shipment",
                value = "0.25",
                min = -50,
                max = 50,
                unit = "index points",
                basis = "assumption")
        double shipment,

        @Parameter(
                meaning = "The deal becomes known for certain",
                value = "4",
                min = -50,
                max = 50,
                unit = "index points",
                basis = "assumption")
        double revelation,

        @Parameter(
                meaning = "An agreed deal is abandoned",
                value = "-4",
                min = -50,
                max = 50,
                unit = "index points",
                basis = "assumption")
        double abandonment,

        @Parameter(
                meaning = "An appeal for dialogue",
                value = "-0.4",
                min = -50,
                max = 50,
                unit = "index points",
                basis = "assumption")
        double appeal,

        @Parameter(
                meaning = "A statement of concern",
                value = "0.05",
                min = -50,
                max = 50,
                unit = "index points",
                basis = "assumption")
        double concern,

        @Parameter(
                meaning = "A warning",
                value = "0.35",
                min = -50,
                max = 50,
                unit = "index points",
                basis = "assumption")
        double warning,

        @Parameter(
                meaning = "A referral to the Council",
                value = "0.35",
                min = -50,
                max = 50,
                unit = "index points",
                basis = "assumption")
        double referral,

        @Parameter(
                meaning = "Unilateral sanctions",
                value = "0.9",
                min = -50,
                max = 50,
                unit = "index points",
                basis = "assumption")
        double unilateral,

        @Parameter(
                meaning = "An adopted resolution",
                value = "0.8",
                min = -50,
                max = 50,
                unit = "index points",
                basis = "assumption")
        double resolution,

        @Parameter(
                meaning = "A veto of a draft",
                value = "1.2",
                min = -50,
                max = 50,
                unit = "index points",
                basis = "assumption")
        double veto,

        @Parameter(
                meaning = "A presidential statement",
                value = "0.2",
                min = -50,
                max = 50,
                unit = "index points",
                basis = "assumption")
        double statement,

        @Parameter(
                meaning = "A deliberation that tables nothing",
                value = "0.2",
                min = -50,
                max = 50,
                unit = "index points",
                basis = "assumption")
        double nothingTabled,

        @Parameter(
                meaning = "The lapse of the panel's mandate",
                value = "1",
                min = -50,
                max = 50,
                unit = "index points",
                basis = "assumption")
        double lapse) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public ImpactParameters {
        Parameters.require(
                ImpactParameters.class,
                test,
                shipment,
                revelation,
                abandonment,
                appeal,
                concern,
                warning,
                referral,
                unilateral,
                resolution,
                veto,
                statement,
                nothingTabled,
                lapse);
    }
}
