package org.tumen.policy.script;

import java.util.List;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.policy.PolicySpec;

/** Acts at given weeks, another policy otherwise. */
public record ScriptParameters(
        @Parameter(
                meaning = "The acts; where the week puts the question that an act answers, it is done",
                value = "[]",
                max = 2000)
        List<ScriptedAct> acts,

        @Parameter(meaning = "The policy that decides everything else")
        PolicySpec otherwise) {

    /** @throws IllegalArgumentException when a value is out of its range or two acts answer one question in one week */
    public ScriptParameters {
        acts = List.copyOf(acts);
        Parameters.require(ScriptParameters.class, acts, otherwise);
        Script.requireDistinct(acts);
    }
}
