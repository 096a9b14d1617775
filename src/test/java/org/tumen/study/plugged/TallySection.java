package org.tumen.study.plugged;

import org.tumen.declare.Parameter;

/** The settings of a tally. */
public record TallySection(
        @Parameter(meaning = "Crises from which a run counts", value = "1", min = 0, max = 100, unit = "crises")
        int from) {}
