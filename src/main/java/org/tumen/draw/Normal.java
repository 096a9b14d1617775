package org.tumen.draw;

/**
 * The quantile function of the standard normal distribution.
 *
 * <p>Source: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37
 * (1988) 477–484, routine PPND16 (relative accuracy about 1 part in 10¹⁶). One deviation: the logarithm in the tails is
 * the portable one. Commons Math's inverse (by the error function) costs a logarithm for every draw; here one draw in
 * seven needs it.
 */
final class Normal {
    private static final double SPLIT_CENTRE = 0.425;
    private static final double SPLIT_TAIL = 5.0;

    private Normal() {}

    static double quantile(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= SPLIT_CENTRE) {
            double r = 0.180625 - q * q;
            return q * centreNumerator(r) / centreDenominator(r);
        }
        double r = Math.sqrt(-PortableMath.log(q < 0 ? p : 1 - p));
        double x = r <= SPLIT_TAIL ? tail(r - 1.6) : farTail(r - SPLIT_TAIL);
        return q < 0 ? -x : x;
    }

    /** The quantiles of many probabilities, each as {@link #quantile} gives it. */
    static void quantiles(double[] p, double[] x) {
        // Without a branch, for the vector unit; what lies in a tail comes out wrong here and is mended below.
        for (int i = 0; i < p.length; i++) {
            double q = p[i] - 0.5;
            double r = 0.180625 - q * q;
            x[i] = q * centreNumerator(r) / centreDenominator(r);
        }
        for (int i = 0; i < p.length; i++) {
            if (Math.abs(p[i] - 0.5) > SPLIT_CENTRE) {
                x[i] = quantile(p[i]);
            }
        }
    }

    private static double centreNumerator(double r) {
        return ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r
                                                                                + 45921.953931549871457)
                                                                        * r
                                                                + 13731.693765509461125)
                                                        * r
                                                + 1971.5909503065514427)
                                        * r
                                + 133.14166789178437745)
                        * r
                + 3.387132872796366608;
    }

    private static double centreDenominator(double r) {
        return ((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r
                                                                                + 21213.794301586595867)
                                                                        * r
                                                                + 5394.1960214247511077)
                                                        * r
                                                + 687.1870074920579083)
                                        * r
                                + 42.313330701600911252)
                        * r
                + 1.0;
    }

    private static double tail(double r) {
        double numerator =
                ((((((7.7454501427834140764e-4 * r + .0227238449892691845833) * r + .24178072517745061177) * r
                                                                                        + 1.27045825245236838258)
                                                                                * r
                                                                        + 3.64784832476320460504)
                                                                * r
                                                        + 5.7694972214606914055)
                                                * r
                                        + 4.6303378461565452959)
                                * r
                        + 1.42343711074968357734;
        double denominator =
                ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + .0151986665636164571966) * r
                                                                                        + .14810397642748007459)
                                                                                * r
                                                                        + .68976733498510000455)
                                                                * r
                                                        + 1.6763848301838038494)
                                                * r
                                        + 2.05319162663775882187)
                                * r
                        + 1.0;
        return numerator / denominator;
    }

    private static double farTail(double r) {
        double numerator =
                ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + .0012426609473880784386) * r
                                                                                        + .026532189526576123093)
                                                                                * r
                                                                        + .29656057182850489123)
                                                                * r
                                                        + 1.7848265399172913358)
                                                * r
                                        + 5.4637849111641143699)
                                * r
                        + 6.6579046435011037772;
        double denominator =
                ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r
                                                                                        + 7.868691311456132591e-4)
                                                                                * r
                                                                        + .0148753612908506148525)
                                                                * r
                                                        + .13692988092273580531)
                                                * r
                                        + .59983220655588793769)
                                * r
                        + 1.0;
        return numerator / denominator;
    }
}
