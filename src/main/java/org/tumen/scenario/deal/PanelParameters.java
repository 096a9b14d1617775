package org.tumen.scenario.deal;

import java.util.List;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.policy.Recurrence;

/** The reports of the Council's expert panel while its mandate is in force. */
public record PanelParameters(
        @Parameter(
                meaning = "Days on which it reports, where a deal is live in their week",
                value = "[{every: 09-15}, {every: 03-08}]",
                max = 200,
                basis = "record: midterm and final reports in September and March")
        List<Recurrence> reports,

        @Parameter(meaning = "Evidence that a report publishes", value = "0.25", min = 0, max = 1)
        double evidence) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public PanelParameters {
        reports = List.copyOf(reports);
        Parameters.require(PanelParameters.class, reports, evidence);
    }
}
