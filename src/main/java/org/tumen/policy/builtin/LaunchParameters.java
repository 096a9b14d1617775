package org.tumen.policy.builtin;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** When a seller launches missiles, in the logit and best-reply policies: the log-odds of a launch in a window of the week. */
public record LaunchParameters(
        @Parameter(
                meaning = "Log-odds of a launch when nothing else drives or restrains it",
                value = "-2.83",
                min = -20,
                max = 20,
                unit = "log-odds",
                basis = "fitted to launches by month")
        double drive,

        @Parameter(
                meaning = "Weight of the season of launching",
                value = "1",
                min = -10,
                max = 10,
                unit = "log-odds per standard deviation",
                basis = "scale")
        double campaign,

        @Parameter(
                meaning = "Pull of tension above its mean",
                value = "0.015",
                min = -1,
                max = 1,
                unit = "log-odds per point",
                prior = "uniform(0, 0.03)")
        double tension,

        @Parameter(
                meaning = "Pull of diplomatic pressure towards a launch",
                value = "0.3",
                min = -10,
                max = 10,
                unit = "log-odds per heat",
                prior = "normal(0.3, 0.6) within -1..2",
                priorBasis =
                        "15 launches in the 28 days after nine dated Japanese acts, 11 before, 10.1 expected: not significant")
        double heat,

        @Parameter(
                meaning = "Restraint while a dialogue is open",
                value = "1.2",
                min = -20,
                max = 20,
                unit = "log-odds",
                prior = "lognormal(1.2, 0.5)",
                priorBasis =
                        "fewer provocations in talks 1990 to 2017 (CSIS 2017, \"not necessarily causal\"); none in 2018")
        double dialogue,

        @Parameter(
                meaning = "Restraint by a patron at full depth of the trade",
                value = "0.3",
                min = -20,
                max = 20,
                unit = "log-odds",
                prior = "uniform(0, 0.8)",
                priorBasis = "judgement: launches fell as deliveries grew, one series")
        double patron,

        @Parameter(
                meaning = "Restraining weight of sanctions pressure above its reference",
                value = "0.5",
                min = -20,
                max = 20,
                unit = "log-odds",
                prior = "normal(0.5, 0.7) within -1.5..2.5")
        double pressure,

        @Parameter(
                meaning = "Pressure that counts as neither more nor less",
                value = "0.3",
                min = 0,
                max = 1,
                basis = "pressure at the start")
        double pressureReference,

        @Parameter(
                meaning = "Pull of exercises at their reference intensity, in weeks of exercises",
                value = "0.3",
                min = -10,
                max = 10,
                unit = "log-odds",
                prior = "uniform(-0.1, 0.9)",
                priorBasis =
                        "exercises provoke (J. Bernhardt and L. Sukin 2021) or have no systematic effect (V. D'Orazio 2012)")
        double exercises,

        @Parameter(
                meaning = "Intensity of exercises with that pull",
                value = "0.5",
                min = 0.01,
                max = 1,
                unit = "intensity",
                basis = "scale")
        double exercisesReference) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public LaunchParameters {
        Parameters.require(
                LaunchParameters.class,
                drive,
                campaign,
                tension,
                heat,
                dialogue,
                patron,
                pressure,
                pressureReference,
                exercises,
                exercisesReference);
    }
}
