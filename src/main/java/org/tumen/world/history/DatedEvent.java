package org.tumen.world.history;

import java.time.LocalDate;
import java.util.Set;

/**
 * A step in the sequence of the deal.
 *
 * @param actors ISO 3166 codes and names of bodies (UNSC, MSMT, G7, EU)
 * @param kind the program's coding: deal, shipment, exposure, concern, warning, sanctions, test, troops, treaty, veto,
 *     renewal, panel_lapse, coalition, return_flow, use or diplomacy
 * @param cameoRoot root of the CAMEO code, the program's coding
 */
public record DatedEvent(
        LocalDate date, Set<String> actors, String kind, String cameoRoot, String event, Provenance provenance) {}
