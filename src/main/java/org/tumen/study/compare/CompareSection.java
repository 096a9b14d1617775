package org.tumen.study.compare;

import org.tumen.declare.Parameter;

/** The settings of a comparison. */
public record CompareSection(
        @Parameter(meaning = "Whether every arm is compared with every other", value = "false")
        boolean allPairs) {}
