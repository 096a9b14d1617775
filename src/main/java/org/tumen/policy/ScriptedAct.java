package org.tumen.policy;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.world.Action;

/** An act at a given week. */
public record ScriptedAct(
        @Parameter(meaning = "The week, from 0", min = 0, max = 5200, unit = "weeks")
        int week,

        @Parameter(meaning = "What the actor does") Action act) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public ScriptedAct {
        Parameters.require(ScriptedAct.class, week, act);
    }
}
