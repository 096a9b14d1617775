package org.tumen.simulation;

import sim.engine.Sequence;
import sim.engine.SimState;
import sim.engine.Steppable;

/**
 * The eight phases of a week in their order.
 *
 * <p>A {@link Sequence} calls its members through one interface call that the virtual machine cannot resolve; here each
 * phase is called as what it is, so that it can be compiled into the week.
 */
final class WeekOfPhases extends Sequence {
    private final transient EnvironmentPhase environment;
    private final transient TradePhase trade;
    private final transient LaunchPhase launches;
    private final transient MonitoringPhase monitoring;
    private final transient WarningPhase warning;
    private final transient DialoguePhase dialogue;
    private final transient CouncilPhase council;
    private final transient RegionPhase region;

    WeekOfPhases(World world) {
        this(
                new EnvironmentPhase(world),
                new TradePhase(world),
                new LaunchPhase(world),
                new MonitoringPhase(world),
                new WarningPhase(world),
                new DialoguePhase(world),
                new CouncilPhase(world),
                new RegionPhase(world));
    }

    private WeekOfPhases(
            EnvironmentPhase environment,
            TradePhase trade,
            LaunchPhase launches,
            MonitoringPhase monitoring,
            WarningPhase warning,
            DialoguePhase dialogue,
            CouncilPhase council,
            RegionPhase region) {
        super(new Steppable[] {environment, trade, launches, monitoring, warning, dialogue, council, region});
        this.environment = environment;
        this.trade = trade;
        this.launches = launches;
        this.monitoring = monitoring;
        this.warning = warning;
        this.dialogue = dialogue;
        this.council = council;
        this.region = region;
    }

    @Override
    public void step(SimState state) {
        environment.step(state);
        trade.step(state);
        launches.step(state);
        monitoring.step(state);
        warning.step(state);
        dialogue.step(state);
        council.step(state);
        region.step(state);
    }
}
