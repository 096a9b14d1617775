package org.tumen.simulation;

import org.tumen.draw.PortableMath;
import org.tumen.scenario.IntelligenceParameters;
import org.tumen.scenario.MonitoringParameters;
import org.tumen.world.Clamp;

/**
 * The chances of a warner's signal: P(signal | deal) = 1 − (1 − f)·exp(−v · visibility · (1 − secrecy)), and f without one.
 *
 * <p>The means of monitoring v take three values (panel, nobody, coalition) and the visibility four, so that all chances
 * are worked out once.
 */
final class SignalModel {
    /** Who helps the warner to see. */
    enum Help {
        /** The Council's expert panel. */
        PANEL,
        /** Nobody, between the panel's lapse and the coalition. */
        NONE,
        /** The monitoring coalition. */
        COALITION
    }

    /** What there is to see. */
    enum Sight {
        TALKS,
        AGREED,
        SHIPMENT,
        LULL
    }

    private final double[][] seen = new double[Help.values().length][Sight.values().length];
    private final double[] assumed = new double[Help.values().length];
    private final IntelligenceParameters own;

    SignalModel(IntelligenceParameters own, MonitoringParameters monitoring, double secrecy) {
        this.own = own;
        for (Help help : Help.values()) {
            double means = own.vigilance() + shareOf(help);
            int h = help.ordinal();
            seen[h][Sight.TALKS.ordinal()] = chance(means * monitoring.talks() * (1 - secrecy));
            seen[h][Sight.AGREED.ordinal()] = chance(means * monitoring.agreed() * (1 - secrecy));
            seen[h][Sight.SHIPMENT.ordinal()] = chance(means * monitoring.shipment() * (1 - secrecy));
            seen[h][Sight.LULL.ordinal()] = chance(means * monitoring.lull() * (1 - secrecy));
            assumed[h] = chance(means * own.assumedVisibility() * (1 - secrecy));
        }
    }

    private double shareOf(Help help) {
        return switch (help) {
            case PANEL -> own.panelShare();
            case NONE -> 0;
            case COALITION -> own.coalitionShare();
        };
    }

    private double chance(double exposure) {
        return 1 - (1 - own.falseAlarm()) * PortableMath.exp(-exposure);
    }

    /** Chance of a signal in a week with a live deal. */
    double whenSeen(Help help, Sight sight) {
        return seen[help.ordinal()][sight.ordinal()];
    }

    /** Chance of a signal in a week without one. */
    double falseAlarm() {
        return own.falseAlarm();
    }

    /**
     * The belief after a week: drift towards suspicion, then Bayes' rule on signal or silence, with the chance of a signal
     * that the observer assumes a deal to have.
     */
    double updated(double belief, boolean signal, Help help) {
        double prior = Clamp.share(own.memory() * belief + own.suspicion() * (1 - belief));
        double ifDeal = signal ? assumed[help.ordinal()] : 1 - assumed[help.ordinal()];
        double ifNone = signal ? own.falseAlarm() : 1 - own.falseAlarm();
        double evidence = prior * ifDeal + (1 - prior) * ifNone;
        // An observer that sees nothing either way learns nothing.
        return evidence > 0 ? Clamp.share(prior * ifDeal / evidence) : prior;
    }
}
