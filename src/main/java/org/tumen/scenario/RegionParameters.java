package org.tumen.scenario;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/** The region: tension, capability, the standing of the sanctions regime, crises, the public record. */
public record RegionParameters(
        @Parameter(meaning = "How tension moves") TensionParameters tension,
        @Parameter(meaning = "What events do to tension") ImpactParameters impacts,

        @Parameter(meaning = "The seller's missile and nuclear capability")
        ArsenalParameters arsenal,

        @Parameter(meaning = "The standing of the sanctions regime")
        IntegrityParameters integrity,

        @Parameter(meaning = "Crises and incidents") CrisisParameters crisis,
        @Parameter(meaning = "How the public record fades") RecordParameters record) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public RegionParameters {
        Parameters.require(RegionParameters.class, tension, impacts, arsenal, integrity, crisis, record);
    }
}
