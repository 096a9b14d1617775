package org.tumen.scenario.region;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** How far states carry the sanctions regime out: a slow state that follows standing, condemnation, monitoring and rivalry. */
public record EnforcementParameters(
        @Parameter(meaning = "Enforcement at the start", value = "0.6", min = 0, max = 1)
        double start,

        @Parameter(meaning = "Share of the gap closed in a week", value = "0.02", min = 0, max = 1, unit = "a week")
        double reversion,

        @Parameter(meaning = "Enforcement of a regime in full standing", value = "0.75", min = 0, max = 2)
        double base,

        @Parameter(meaning = "Share of it that does not depend on standing", value = "0.4", min = 0, max = 1)
        double floor,

        @Parameter(meaning = "Share of it that full standing adds", value = "0.6", min = 0, max = 2)
        double standing,

        @Parameter(
                meaning = "What full condemnation adds to enforcement",
                value = "0.3",
                min = -1,
                max = 2,
                prior = "normal(0.3, 0.3) within -0.3..1.05",
                priorBasis = "naming and shaming helps or backfires: the sign is open")
        double condemnation,

        @Parameter(
                meaning = "What a panel in force adds to enforcement",
                value = "0.08",
                min = 0,
                max = 1,
                prior = "uniform(0, 0.2)",
                priorBasis =
                        "institutions raise the success of sanctions (N. A. Bapat, T. Heinrich, Y. Kobayashi and T. C. Morgan 2013)")
        double monitoring,

        @Parameter(meaning = "How much of that a coalition adds in the panel's place", value = "0.7", min = 0, max = 2)
        double coalitionShare,

        @Parameter(
                meaning = "What full rivalry among the permanent members takes from enforcement",
                value = "0.15",
                min = 0,
                max = 1,
                prior = "uniform(0, 0.3)",
                priorBasis = "Russian oil to North Korea since December 2022; the size is judgement")
        double leak) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public EnforcementParameters {
        Parameters.require(
                EnforcementParameters.class,
                start,
                reversion,
                base,
                floor,
                standing,
                condemnation,
                monitoring,
                coalitionShare,
                leak);
    }
}
