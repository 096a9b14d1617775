package org.tumen.scenario.region;

import java.util.List;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.policy.Season;

/** The region: tension, capability, the standing and enforcement of the sanctions regime, crises, exercises, the public record. */
public record RegionParameters(
        @Parameter(meaning = "How tension moves") TensionParameters tension,

        @Parameter(meaning = "What events do to tension") ImpactParameters impacts,

        @Parameter(meaning = "The seller's missile and nuclear capability")
        ArsenalParameters arsenal,

        @Parameter(meaning = "The standing of the sanctions regime")
        IntegrityParameters integrity,

        @Parameter(meaning = "How far states carry the regime out")
        EnforcementParameters enforcement,

        @Parameter(meaning = "The channels of the trade") NetworkParameters network,

        @Parameter(meaning = "Crises and incidents") CrisisParameters crisis,

        @Parameter(
                meaning = "Seasons of exercises of the allies: a week that begins in one is a week of exercises",
                value = "[{from: 03-01, to: 03-21}, {from: 08-10, to: 08-29}]",
                max = 50,
                basis = "record: exercises in March and August")
        List<Season> exercises,

        @Parameter(meaning = "What the public record holds and how it fades")
        RecordParameters record) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public RegionParameters {
        exercises = List.copyOf(exercises);
        Parameters.require(
                RegionParameters.class,
                tension,
                impacts,
                arsenal,
                integrity,
                enforcement,
                network,
                crisis,
                exercises,
                record);
    }
}
