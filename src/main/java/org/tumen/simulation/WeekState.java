package org.tumen.simulation;

import java.util.Map;
import org.tumen.world.Stage;

/**
 * The state of the world at the end of a week.
 *
 * @param week the week, from 0
 * @param stability the stability index, 0..100
 * @param tension the tension index, 0..100
 * @param arsenal the seller's capability, 0..100
 * @param integrity the standing of the sanctions regime, 0..100
 * @param crisis true while the region is in crisis
 * @param heat diplomatic pressure from statements
 * @param appeal offers of dialogue
 * @param evidence published evidence
 * @param exposure public suspicion
 * @param testHeat echo of missile tests
 * @param hardship the seller's economic hardship, 0..1
 * @param need the buyer's need of munitions, 0..1
 * @param pressureOnSeller P, 0..1
 * @param pressureOnBuyer Q, 0..1
 * @param stage the stage of the deal
 * @param remaining what remains to be delivered, units of 10,000 containers
 * @param technology technology share of the payment for the last agreed deal, 0..1
 * @param revealed true when the live deal is known for certain
 * @param panelInForce true while the panel's mandate is in force
 * @param beliefs each warner's belief that a deal is live
 * @param credibilities each warner's credibility
 */
public record WeekState(
        int week,
        double stability,
        double tension,
        double arsenal,
        double integrity,
        boolean crisis,
        double heat,
        double appeal,
        double evidence,
        double exposure,
        double testHeat,
        double hardship,
        double need,
        double pressureOnSeller,
        double pressureOnBuyer,
        Stage stage,
        double remaining,
        double technology,
        boolean revealed,
        boolean panelInForce,
        Map<String, Double> beliefs,
        Map<String, Double> credibilities) {}
