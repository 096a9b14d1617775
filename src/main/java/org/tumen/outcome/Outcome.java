package org.tumen.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tumen.words.Nearest;
import org.tumen.words.Texts;

/**
 * The outcomes of a run. Means and minima are over the ends of the weeks, the starting state left out. An outcome of kind
 * {@link Kind#TIME} has the horizon as its value when the event did not happen.
 */
public enum Outcome {
    MEAN_STABILITY("Mean stability", Kind.CONTINUOUS, Direction.MORE, "index points"),
    /** Stability index at the end. */
    FINAL_STABILITY("Final stability", Kind.CONTINUOUS, Direction.MORE, "index points"),
    MIN_STABILITY("Lowest stability", Kind.CONTINUOUS, Direction.MORE, "index points"),
    MEAN_TENSION("Mean tension", Kind.CONTINUOUS, Direction.LESS, "index points"),
    /** Mean of how far states carry the sanctions regime out. */
    MEAN_ENFORCEMENT("Mean enforcement", Kind.CONTINUOUS, Direction.MORE, "0 to 1"),
    /** Mean sanctions pressure on the seller. */
    MEAN_PRESSURE("Mean pressure on the seller", Kind.CONTINUOUS, Direction.NEUTRAL, "0 to 1"),
    /** The seller's capability at the end. */
    FINAL_ARSENAL("Final arsenal", Kind.CONTINUOUS, Direction.LESS, "index points"),
    /** Standing of the sanctions regime at the end. */
    FINAL_INTEGRITY("Final integrity of the regime", Kind.CONTINUOUS, Direction.MORE, "index points"),
    /** Credibility of the first warner at the end; 0 without a warner. */
    FINAL_CREDIBILITY("Final credibility", Kind.CONTINUOUS, Direction.MORE, "0 to 1"),
    CRISIS_WEEKS("Weeks in crisis", Kind.COUNT, Direction.LESS, "weeks"),
    ANY_CRISIS("Any crisis", Kind.FLAG, Direction.LESS, "share of runs"),
    CRISES("Crises begun", Kind.COUNT, Direction.LESS, "crises"),
    FIRST_CRISIS("Week of first crisis", Kind.TIME, Direction.MORE, "weeks"),
    INCIDENTS("Armed incidents", Kind.COUNT, Direction.LESS, "incidents"),
    /** Week in which the deal was announced. */
    ANNOUNCEMENT("Week of announcement", Kind.TIME, Direction.NEUTRAL, "weeks"),
    FIRST_SHIPMENT("Week of first shipment", Kind.TIME, Direction.MORE, "weeks"),
    /** Week of the first warning by any warner. */
    FIRST_WARNING("Week of first warning", Kind.TIME, Direction.NEUTRAL, "weeks"),
    /** Week of a warner's first package. */
    FIRST_PACKAGE("Week of first package", Kind.TIME, Direction.NEUTRAL, "weeks"),
    /** Week in which the trade deepened to ballistic missiles. */
    MISSILES("Week of missiles", Kind.TIME, Direction.MORE, "weeks"),
    /** Week in which it deepened to a treaty. */
    TREATY("Week of treaty", Kind.TIME, Direction.MORE, "weeks"),
    /** Week in which it deepened to troops. */
    TROOPS("Week of troops", Kind.TIME, Direction.MORE, "weeks"),
    /** Whether the renewal of the panel's mandate failed. */
    MANDATE_FAILED("Mandate failed", Kind.FLAG, Direction.LESS, "share of runs"),
    /** Week in which it failed. */
    MANDATE_FAILURE("Week the mandate failed", Kind.TIME, Direction.MORE, "weeks"),
    /** Week in which a monitoring coalition formed. */
    COALITION("Week of coalition", Kind.TIME, Direction.LESS, "weeks"),
    DELIVERED("Volume delivered", Kind.CONTINUOUS, Direction.LESS, "units of volume"),
    /** Technology share of the payment at the end; 0 when no terms were struck. */
    TECHNOLOGY_SHARE("Technology share", Kind.CONTINUOUS, Direction.LESS, "share of payment"),
    /** Times terms were struck: at agreements and extensions. */
    TERMS_STRUCK("Times terms were struck", Kind.COUNT, Direction.NEUTRAL, "times"),
    DEALS_ABANDONED("Deals abandoned", Kind.COUNT, Direction.MORE, "deals"),
    /** Missile launches. */
    LAUNCHES("Launches", Kind.COUNT, Direction.LESS, "launches"),
    /** Major launches among them. */
    MAJOR_LAUNCHES("Major launches", Kind.COUNT, Direction.LESS, "launches"),
    APPEALS("Appeals for dialogue", Kind.COUNT, Direction.NEUTRAL, "acts"),
    CONCERNS("Statements of concern", Kind.COUNT, Direction.NEUTRAL, "acts"),
    WARNINGS("Warnings", Kind.COUNT, Direction.NEUTRAL, "acts"),
    /** Warnings while no deal was live. */
    WARNINGS_WITHOUT_DEAL("Warnings without a deal", Kind.COUNT, Direction.LESS, "acts"),
    REFERRALS("Referrals to the Council", Kind.COUNT, Direction.NEUTRAL, "acts"),
    /** Packages of sanctions by warners. */
    PACKAGES("Packages of sanctions", Kind.COUNT, Direction.NEUTRAL, "packages"),
    /** Packages of sanctions by allies. */
    ALLY_PACKAGES("Allies' packages", Kind.COUNT, Direction.NEUTRAL, "packages"),
    /** Disclosures by allies. */
    DISCLOSURES("Disclosures", Kind.COUNT, Direction.NEUTRAL, "acts"),
    /** Draft resolutions tabled; renewals of the mandate are not counted. */
    DRAFTS_TABLED("Drafts tabled", Kind.COUNT, Direction.NEUTRAL, "drafts"),
    /** Draft resolutions adopted; renewals of the mandate are not counted. */
    DRAFTS_ADOPTED("Drafts adopted", Kind.COUNT, Direction.NEUTRAL, "drafts"),
    /** Draft resolutions that fell short of nine votes; renewals are not counted. */
    DRAFTS_SHORT("Drafts short of nine votes", Kind.COUNT, Direction.NEUTRAL, "drafts"),
    /** Vetoes, of renewals too. */
    VETOES("Vetoes", Kind.COUNT, Direction.LESS, "vetoes"),
    STATEMENTS("Presidential statements", Kind.COUNT, Direction.NEUTRAL, "statements"),
    DIALOGUES("Dialogues opened", Kind.COUNT, Direction.MORE, "dialogues"),
    /** Weeks in which a dialogue was open. */
    DIALOGUE_WEEKS("Weeks of dialogue", Kind.COUNT, Direction.MORE, "weeks");

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

    /**
     * The outcome that somebody names.
     *
     * @throws IllegalArgumentException when there is none, with the nearest or all that there are
     */
    public static Outcome named(String key) {
        return byKey(key)
                .orElseThrow(() -> new IllegalArgumentException("unknown outcome " + Texts.brief(key) + "; "
                        + Nearest.suggestion(
                                key, all().stream().map(Outcome::key).toList())));
    }

    /** The name as files and tables write it, in snake_case. */
    public String key() {
        return Texts.key(this);
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

    public String unit() {
        return unit;
    }
}
