package org.tumen.analysis.hindcast;

import java.util.ArrayList;
import java.util.List;
import org.tumen.ballot.RollCall;

/** A forecaster of recorded votes from other votes. */
@FunctionalInterface
public interface VoteForecaster {
    /** What a forecaster is let see. */
    enum Way {
        /** All votes but the one forecast, those after it too. */
        LEAVE_ONE_OUT,
        /** The votes before the one forecast. */
        FORWARD;

        /** What may be seen when a vote is forecast. */
        List<RollCall> seen(List<RollCall> calls, int v) {
            List<RollCall> seen = new ArrayList<>(this == FORWARD ? calls.subList(0, v) : calls);
            if (this == LEAVE_ONE_OUT) {
                seen.remove(v);
            }
            return seen;
        }
    }

    /**
     * A forecast of each vote from the first to the last.
     *
     * @param way what may be seen
     * @param calls the votes in order of date
     * @param first index of the first vote that is forecast
     */
    List<VoteForecast> forecasts(Way way, List<RollCall> calls, int first);
}
