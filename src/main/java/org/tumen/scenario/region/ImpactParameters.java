package org.tumen.scenario.region;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** What events do to tension in the week in which they happen. */
public record ImpactParameters(
        @Parameter(
                meaning = "How much words and measures raise tension; below 0 they reassure or deter",
                value = "0.4",
                min = -5,
                max = 5,
                unit = "per unit of impact",
                prior = "normal(0.4, 0.5) within -0.8..1.6",
                priorBasis =
                        "the sign is open: a spiral of hostility against deterrence and reassurance; there is no estimate for this dyad")
        double spiral,

        @Parameter(meaning = "An announcement of the deal", value = "1", min = -50, max = 50, unit = "index points")
        double announcement,

        @Parameter(meaning = "A shipment", value = "0.2", min = -50, max = 50, unit = "index points")
        double shipment,

        @Parameter(
                meaning = "The first step of depth: ballistic missiles",
                value = "2",
                min = -50,
                max = 50,
                unit = "index points")
        double missiles,

        @Parameter(meaning = "The second: a treaty", value = "2", min = -50, max = 50, unit = "index points")
        double treaty,

        @Parameter(meaning = "The third: troops", value = "3", min = -50, max = 50, unit = "index points")
        double troops,

        @Parameter(
                meaning = "A deal abandoned after agreement",
                value = "-4",
                min = -50,
                max = 50,
                unit = "index points")
        double abandonment,

        @Parameter(meaning = "A minor launch", value = "0.3", min = -50, max = 50, unit = "index points")
        double minorLaunch,

        @Parameter(meaning = "A major launch", value = "1.8", min = -50, max = 50, unit = "index points")
        double majorLaunch,

        @Parameter(
                meaning = "The deal becoming known for certain",
                value = "3",
                min = -50,
                max = 50,
                unit = "index points")
        double revelation,

        @Parameter(
                meaning = "A statement of concern, times the spiral",
                value = "0.2",
                min = -50,
                max = 50,
                unit = "index points")
        double concern,

        @Parameter(meaning = "A warning, times the spiral", value = "0.8", min = -50, max = 50, unit = "index points")
        double warning,

        @Parameter(meaning = "A referral, times the spiral", value = "0.8", min = -50, max = 50, unit = "index points")
        double referral,

        @Parameter(
                meaning = "A warner's package, times the spiral",
                value = "2",
                min = -50,
                max = 50,
                unit = "index points")
        double warnerPackage,

        @Parameter(
                meaning = "An adopted resolution, times the spiral",
                value = "2",
                min = -50,
                max = 50,
                unit = "index points")
        double resolution,

        @Parameter(
                meaning = "A presidential statement, times the spiral",
                value = "0.5",
                min = -50,
                max = 50,
                unit = "index points")
        double statement,

        @Parameter(meaning = "An ally's package", value = "0.4", min = -50, max = 50, unit = "index points")
        double allyPackage,

        @Parameter(meaning = "A veto of a draft", value = "1.2", min = -50, max = 50, unit = "index points")
        double veto,

        @Parameter(
                meaning = "The failure of the panel's mandate",
                value = "1",
                min = -50,
                max = 50,
                unit = "index points")
        double mandateFailure,

        @Parameter(meaning = "A dialogue opening", value = "-4", min = -50, max = 50, unit = "index points")
        double dialogueOpening,

        @Parameter(
                meaning = "A dialogue ending",
                value = "4",
                min = -50,
                max = 50,
                unit = "index points",
                prior = "uniform(0, 8)")
        double dialogueEnding) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public ImpactParameters {
        Parameters.require(
                ImpactParameters.class,
                spiral,
                announcement,
                shipment,
                missiles,
                treaty,
                troops,
                abandonment,
                minorLaunch,
                majorLaunch,
                revelation,
                concern,
                warning,
                referral,
                warnerPackage,
                resolution,
                statement,
                allyPackage,
                veto,
                mandateFailure,
                dialogueOpening,
                dialogueEnding);
    }
}
