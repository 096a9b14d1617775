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
 * @param enforcement how far states carry it out, 0..1
 * @param crisis true while the region is in crisis
 * @param heat diplomatic pressure from statements
 * @param appeal offers of dialogue
 * @param evidence published evidence
 * @param exposure public suspicion
 * @param launchHeat echo of launches
 * @param rivalry mean of the public belief over the rivalry among the permanent members, 0..1
 * @param dialogueOpen true while a dialogue is open
 * @param hardship the seller's economic hardship, 0..1
 * @param campaign how far the seller is in a season of launching, in standard deviations
 * @param need the buyer's need of munitions, 0..1
 * @param pressure sanctions pressure on the seller, P, 0..1
 * @param disruption how much of the trade's channels measures have closed, 0..1
 * @param stage the stage of the deal
 * @param remaining what remains to be delivered, units of volume
 * @param technology technology share of the payment, 0..1
 * @param depth depth of the trade, 0 (munitions) to 3 (troops)
 * @param openness openness of the trade, 0..1
 * @param announced true once a deal has been announced
 * @param revealed true when the live deal is known for certain
 * @param panelInForce true while the panel is in force
 * @param beliefs each warner's belief that a deal is live
 * @param credibilities each warner's credibility
 */
public record WeekState(
        int week,
        double stability,
        double tension,
        double arsenal,
        double integrity,
        double enforcement,
        boolean crisis,
        double heat,
        double appeal,
        double evidence,
        double exposure,
        double launchHeat,
        double rivalry,
        boolean dialogueOpen,
        double hardship,
        double campaign,
        double need,
        double pressure,
        double disruption,
        Stage stage,
        double remaining,
        double technology,
        int depth,
        double openness,
        boolean announced,
        boolean revealed,
        boolean panelInForce,
        boolean coalitionInForce,
        Map<String, Double> beliefs,
        Map<String, Double> credibilities) {}
