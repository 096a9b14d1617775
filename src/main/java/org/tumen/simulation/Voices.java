package org.tumen.simulation;

import org.tumen.world.Clamp;

/**
 * The heat of the public record by who speaks: a part for each warner, one for all allies, one for the Council. The sum is
 * taken when the week says so and stands until it is taken again.
 */
final class Voices {
    private final RunNumbers.PublicRecord p;
    private final WarnerState[] warners;

    double allies;
    double council;

    /** H, as last taken. */
    private double heat;

    /** The sum of the parts of H before it is capped, and the same weighted by who is believed how far. */
    private double sum;

    private double weighted;

    Voices(RunNumbers.PublicRecord numbers, WarnerState[] warners) {
        this.p = numbers;
        this.warners = warners;
    }

    void reset(boolean alliesAct) {
        allies = alliesAct ? p.allyHeat : 0;
        council = 0;
        take();
    }

    void fade() {
        double fade = p.fade;
        for (WarnerState warner : warners) {
            warner.heat *= fade;
        }
        allies *= fade;
        council *= fade;
    }

    /** A warner's words: at most the cap of one. */
    void speak(WarnerState warner, double added) {
        warner.heat = Clamp.lesser(p.heatCap, warner.heat + added);
    }

    /** Takes H and the credibility behind it anew. */
    void take() {
        double parts = council + allies;
        double believed = p.credibility * parts;
        for (WarnerState warner : warners) {
            parts += warner.heat;
            believed += warner.credibility * warner.heat;
        }
        sum = parts;
        weighted = believed;
        heat = parts < p.heatCap ? parts : p.heatCap;
    }

    double heat() {
        return heat;
    }

    /** The credibility of the speakers, weighted by their heat. */
    double credibility() {
        return sum > 0 ? weighted / sum : 0;
    }

    /** τ. */
    double threat() {
        return credibility() * Clamp.atMostOne(heat);
    }

    /** How strongly the trade is condemned now: by warners as far as they are believed, and by the rest. */
    double condemnation() {
        double sum = 0;
        double weighted = 0;
        for (WarnerState warner : warners) {
            sum += warner.heat;
            weighted += warner.credibility * warner.heat;
        }
        double believed = sum > 0 ? weighted / sum : 0;
        return believed * Clamp.atMostOne(sum) + p.credibility * Clamp.atMostOne(council + allies);
    }
}
