package org.tumen.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The outcomes of a run. Means and minima are over the ends of the weeks, the starting state left out. An outcome of kind
 * {@link Kind#TIME} has the horizon as its value when the event did not happen.
 */
public enum Outcome {
    /** Mean stability index. */
    MEAN_STABILITY("Mean stability", Kind.CONTINUOUS, Direction.MORE, "index points"),
    /** Stability index at the end. */
    FINAL_STABILITY("Final stability", Kind.CONTINUOUS, Direction.MORE, "index points"),
    /** Lowest stability index. */
    MIN_STABILITY("Lowest stability", Kind.CONTINUOUS, Direction.MORE, "index points"),
    /** Mean tension. */
    MEAN_TENSION("Mean tension", Kind.CONTINUOUS, Direction.LESS, "index points"),
    /** Weeks in crisis. */
    CRISIS_WEEKS("Weeks in crisis", Kind.COUNT, Direction.LESS, "weeks"),
    /** Whether there was any crisis. */
    ANY_CRISIS("Any crisis", Kind.FLAG, Direction.LESS, "share of runs"),
    /** Week of the first crisis. */
    FIRST_CRISIS("Week of first crisis", Kind.TIME, Direction.MORE, "weeks"),
    /** Armed incidents. */
    INCIDENTS("Armed incidents", Kind.COUNT, Direction.LESS, "incidents"),
    /** Week of the first shipment. */
    FIRST_SHIPMENT("Week of first shipment", Kind.TIME, Direction.MORE, "weeks"),
    /** Week of the first warning by any warner. */
    FIRST_WARNING("Week of first warning", Kind.TIME, Direction.NEUTRAL, "weeks"),
    /** Week of the first unilateral or Council measure. */
    FIRST_SANCTIONS("Week of first sanctions", Kind.TIME, Direction.NEUTRAL, "weeks"),
    /** Deals agreed. */
    DEALS_AGREED("Deals agreed", Kind.COUNT, Direction.LESS, "deals"),
    /** Deals completed. */
    DEALS_COMPLETED("Deals completed", Kind.COUNT, Direction.LESS, "deals"),
    /** Deals abandoned after agreement. */
    DEALS_ABANDONED("Deals abandoned", Kind.COUNT, Direction.MORE, "deals"),
    /** Volume delivered. */
    DELIVERED("Volume delivered", Kind.CONTINUOUS, Direction.LESS, "units of 10,000 containers"),
    /** Technology share of the payment for the last agreed deal; 0 when none was agreed. */
    TECHNOLOGY_SHARE("Technology share, last deal", Kind.CONTINUOUS, Direction.LESS, "share of payment"),
    /** The seller's capability at the end. */
    FINAL_ARSENAL("Final arsenal", Kind.CONTINUOUS, Direction.LESS, "index points"),
    /** Missile tests. */
    TESTS("Missile tests", Kind.COUNT, Direction.LESS, "tests"),
    /** Appeals for dialogue. */
    APPEALS("Appeals for dialogue", Kind.COUNT, Direction.NEUTRAL, "acts"),
    /** Statements of concern. */
    CONCERNS("Statements of concern", Kind.COUNT, Direction.NEUTRAL, "acts"),
    /** Warnings. */
    WARNINGS("Warnings", Kind.COUNT, Direction.NEUTRAL, "acts"),
    /** Warnings while no deal was live. */
    WARNINGS_WITHOUT_DEAL("Warnings without a deal", Kind.COUNT, Direction.LESS, "acts"),
    /** Referrals to the Council. */
    REFERRALS("Referrals to the Council", Kind.COUNT, Direction.NEUTRAL, "acts"),
    /** Unilateral measures. */
    UNILATERAL_MEASURES("Unilateral measures", Kind.COUNT, Direction.NEUTRAL, "measures"),
    /** Draft resolutions adopted; renewals of the mandate are not counted. */
    DRAFTS_ADOPTED("Drafts adopted", Kind.COUNT, Direction.NEUTRAL, "drafts"),
    /** Drafts, renewals included, that fell short of nine votes. */
    DRAFTS_SHORT("Drafts short of nine votes", Kind.COUNT, Direction.NEUTRAL, "drafts"),
    /** Vetoes, of renewals too. */
    VETOES("Vetoes", Kind.COUNT, Direction.LESS, "vetoes"),
    /** Presidential statements agreed. */
    STATEMENTS("Presidential statements", Kind.COUNT, Direction.NEUTRAL, "statements"),
    /** Whether the panel's mandate lapsed. */
    PANEL_LAPSED("Panel lapsed", Kind.FLAG, Direction.LESS, "share of runs"),
    /** Week in which the panel's mandate lapsed. */
    PANEL_LAPSE("Week of panel lapse", Kind.TIME, Direction.MORE, "weeks"),
    /** Mean sanctions pressure on the seller. */
    MEAN_PRESSURE("Mean pressure on the seller", Kind.CONTINUOUS, Direction.NEUTRAL, "0 to 1"),
    /** Standing of the sanctions regime at the end. */
    FINAL_INTEGRITY("Final integrity of the regime", Kind.CONTINUOUS, Direction.MORE, "index points"),
    /** Credibility of the first warner at the end; 0 without a warner. */
    FINAL_CREDIBILITY("Final credibility", Kind.CONTINUOUS, Direction.MORE, "0 to 1"),
    /** Weeks from the first talks until the first warner believes in a deal (belief above one half). */
    DETECTION_DELAY("Weeks from talks to belief", Kind.TIME, Direction.LESS, "weeks");

    private static final List<Outcome> ALL = List.of(values());

    private final String label;
    private final Kind kind;
    private final Direction direction;
    private final String unit;

    Outcome(String label, Kind kind, Direction direction, String unit) {
        this.label = label;
        this.kind = kind;
        this.direction = direction;
        this.unit = unit;
    }

    /** All outcomes, in the order of their columns. */
    public static List<Outcome> all() {
        return ALL;
    }

    /** The outcome with a key. */
    public static Optional<Outcome> byKey(String key) {
        return Arrays.stream(values()).filter(o -> o.key().equals(key)).findFirst();
    }

    /** The name as files and tables write it, in snake_case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in texts and pictures. */
    public String label() {
        return label;
    }

    /** What kind of number it is. */
    public Kind kind() {
        return kind;
    }

    /** Which way it is better. */
    public Direction direction() {
        return direction;
    }

    /** Its unit. */
    public String unit() {
        return unit;
    }
}
