package org.tumen.draw;

/**
 * The exponential of an argument that stays the same for weeks: worked out when the argument has changed, each time the
 * value of {@link PortableMath#exp} to the bit. Belongs to one thread.
 */
public final class SteadyExp {
    private double argument = Double.NaN;
    private double value = Double.NaN;

    /** e to the power x. */
    public double of(double x) {
        if (x != argument) {
            argument = x;
            value = PortableMath.exp(x);
        }
        return value;
    }
}
