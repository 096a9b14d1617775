package org.tumen.chart;

import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/** Where a plot's axes put a value: from units of the data to points of the drawing. */
public record Frame(Rectangle2D area, ValueAxis horizontal, ValueAxis vertical, XYPlot plot) {
    public double x(double value) {
        return horizontal.valueToJava2D(value, area, plot.getDomainAxisEdge());
    }

    public double y(double value) {
        return vertical.valueToJava2D(value, area, plot.getRangeAxisEdge());
    }
}
