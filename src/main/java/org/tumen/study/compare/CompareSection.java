package org.tumen.study.compare;

import org.jspecify.annotations.Nullable;
import org.tumen.declare.Parameter;

/** The settings of a comparison. */
public record CompareSection(
        @Parameter(meaning = "Whether every arm is compared with every other", value = "false")
        boolean allPairs,

        @Parameter(
                meaning = "The actor to whose decisions those that weigh most are limited",
                pattern = "[a-z][a-z0-9_]*",
                allowed = "the name of an actor, such as japan",
                example = "<warner>")
        @Nullable
        String decisionsOf) {}
