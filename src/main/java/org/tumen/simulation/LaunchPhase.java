package org.tumen.simulation;

import java.util.Arrays;
import org.tumen.draw.Stream;
import org.tumen.policy.Choice;
import org.tumen.world.Action;
import org.tumen.world.Clamp;
import org.tumen.world.Event;
import org.tumen.world.EventKind;
import sim.engine.SimState;
import sim.engine.Steppable;

/** Third phase: in each window of the week the seller launches a missile or not; some launches are major. */
final class LaunchPhase implements Steppable {
    private final transient World w;
    private final transient Stream[] major;

    LaunchPhase(World world) {
        w = world;
        major = new Stream[world.seller.launches.length];
        Arrays.setAll(major, window -> world.streams.register(world.seller.name, "launch_" + (window + 1) + "_major"));
    }

    @Override
    public void step(SimState state) {
        SellerState seller = w.seller;
        Choice before = null;
        for (int window = 0; window < seller.p.campaign.windows; window++) {
            Choice choice = seller.launches[window].ask(w.week);
            Action action = before == null ? null : choice.like(before);
            if (action == null) {
                action = seller.policy.decide(seller, choice);
                before = choice;
            }
            if (action == Action.LAUNCH) {
                launch(w.draws.chance(major[window], w.week, seller.p.campaign.majorShare));
                // What a launch changes, a policy may look at.
                before = null;
            }
        }
    }

    private void launch(boolean isMajor) {
        RunNumbers.PublicRecord record = w.region.record;
        RunNumbers.Arsenal arsenal = w.region.arsenal;
        RunNumbers.Impacts impacts = w.region.impacts;
        w.launchThisWeek = true;
        w.majorLaunchThisWeek |= isMajor;
        w.news |= isMajor;
        w.launchHeat += isMajor ? record.majorEcho : record.minorEcho;
        w.arsenal = Clamp.index(w.arsenal + (isMajor ? arsenal.majorGain : arsenal.minorGain));
        w.happened(
                isMajor ? EventKind.MAJOR_LAUNCH : EventKind.MINOR_LAUNCH,
                w.seller.name,
                Event.REGION,
                1,
                isMajor ? impacts.majorLaunch : impacts.minorLaunch);
    }
}
