package org.tumen.scenario.actor;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** What the Council's decisions do. */
public record CouncilEffects(
        @Parameter(
                meaning = "Severity of an adopted measure, for a draft of full strength",
                value = "0.3",
                min = 0,
                max = 1)
        double severity,

        @Parameter(meaning = "Heat of an adopted resolution", value = "0.3", min = 0, max = 2, unit = "heat")
        double adoptedHeat,

        @Parameter(
                meaning = "Standing that the regime gains, for a draft of full strength",
                value = "6",
                min = 0,
                max = 100,
                unit = "index points")
        double adoptedIntegrity,

        @Parameter(meaning = "Standing lost by a veto", value = "3", min = 0, max = 100, unit = "index points")
        double vetoIntegrity,

        @Parameter(
                meaning = "Standing lost when a draft falls short",
                value = "1",
                min = 0,
                max = 100,
                unit = "index points")
        double shortIntegrity,

        @Parameter(
                meaning = "Standing lost when nothing is tabled",
                value = "0.2",
                min = 0,
                max = 100,
                unit = "index points")
        double nothingIntegrity,

        @Parameter(meaning = "Heat of a presidential statement", value = "0.15", min = 0, max = 2, unit = "heat")
        double statementHeat,

        @Parameter(
                meaning = "Standing gained by a presidential statement",
                value = "1",
                min = 0,
                max = 100,
                unit = "index points")
        double statementIntegrity,

        @Parameter(
                meaning = "Standing lost when a presidential statement is blocked",
                value = "0.3",
                min = 0,
                max = 100,
                unit = "index points")
        double blockedIntegrity) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public CouncilEffects {
        Parameters.require(
                CouncilEffects.class,
                severity,
                adoptedHeat,
                adoptedIntegrity,
                vetoIntegrity,
                shortIntegrity,
                nothingIntegrity,
                statementHeat,
                statementIntegrity,
                blockedIntegrity);
    }
}
