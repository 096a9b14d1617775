package org.tumen.draw;

/**
 * The standard normal draws of one stream in all weeks of a run, each the value of {@link Draws#normal} to the bit.
 *
 * <p>They are worked out together when the first one of a run is asked for: the quantile function then runs in loops
 * without branches, which the virtual machine turns into vector instructions, and a draw costs a third. It pays for a
 * stream that is drawn in most weeks; others are better drawn from {@link Draws} when they are needed.
 *
 * <p>An object of this class belongs to one thread.
 */
public final class NormalSeries {
    private final Draws draws;
    private final Stream stream;
    private final double[] values;
    private final double[] uniforms;
    private long turn;

    /** Of a stream, over the weeks of a run, 0 or more. */
    public NormalSeries(Draws draws, Stream stream, int weeks) {
        this.draws = draws;
        this.stream = stream;
        values = new double[weeks];
        uniforms = new double[weeks];
        turn = draws.turn() - 1;
    }

    /** The draw of a week of the run that the draws have been turned to; weeks beyond the last are drawn singly. */
    public double at(int week) {
        if (week >= values.length) {
            return draws.normal(stream, week);
        }
        if (turn != draws.turn()) {
            draws.uniforms(stream, uniforms);
            Normal.quantiles(uniforms, values);
            turn = draws.turn();
        }
        return values[week];
    }
}
