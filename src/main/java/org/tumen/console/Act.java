package org.tumen.console;

import java.awt.Color;

/**
 * What an edge of the network stands for.
 *
 * @param label what is written at it; empty for nothing
 * @param width its width, pixels at the size at which the window opens
 * @param dashed true for a dashed line
 * @param arrow true when it has a direction
 * @param bend how far it bows to its left, as a share of its length; several acts between the same two bow differently
 */
record Act(String label, Color colour, double width, boolean dashed, boolean arrow, double bend) {
    @Override
    public String toString() {
        return label.isEmpty() ? "vote" : label;
    }
}
