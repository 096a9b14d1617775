package org.tumen.simulation;

import org.tumen.draw.PortableMath;

/**
 * The terms of a deal by the Nash bargaining solution: the volume and the technology share of the payment that maximise
 * Uₛ^θ · U_b^(1−θ) on a grid.
 *
 * <p>Source: J. F. Nash, "The bargaining problem", Econometrica 18 (1950) 155–162; the asymmetric form with power θ of the
 * seller. Where no point of the grid is worth something to both sides, the smallest volume is sold for goods alone. Of
 * equally good points the one with the smaller volume, then the smaller share, is taken.
 */
final class NashTerms {
    private static final double EVEN = 0.5;

    private final RunNumbers.Terms p;
    private final RunNumbers.Buyer buyer;
    /** What a unit of volume is worth at each share of the grid, before what volume itself takes. */
    private double[] sellerUnits = {};

    private double[] buyerUnits = {};
    private double volume;
    private double technology;

    NashTerms(RunNumbers.Terms terms, RunNumbers.Buyer buyer) {
        this.p = terms;
        this.buyer = buyer;
    }

    /** Finds the terms for a need and a hardship. */
    void settle(double need, double hardship) {
        volume = p.minVolume;
        technology = 0;
        double best = 0;
        int last = p.gridPoints - 1;
        takeUnits(last, need, hardship);
        for (int i = 0; i <= last; i++) {
            double v = p.minVolume + (p.maxVolume - p.minVolume) * i / last;
            double r = v / p.volumeScale;
            double strain = p.sellerConvexity * r * r;
            double satiation = p.buyerConvexity * r * r;
            for (int j = 0; j <= last; j++) {
                double product = product(r * sellerUnits[j] - strain, r * buyerUnits[j] - satiation);
                if (product > best) {
                    best = product;
                    volume = v;
                    technology = (double) j / last;
                }
            }
        }
    }

    private void takeUnits(int last, double need, double hardship) {
        if (sellerUnits.length != last + 1) {
            sellerUnits = new double[last + 1];
            buyerUnits = new double[last + 1];
        }
        for (int j = 0; j <= last; j++) {
            double x = (double) j / last;
            sellerUnits[j] = sellerUnit(x, hardship);
            buyerUnits[j] = buyerUnit(x, need);
        }
    }

    double volume() {
        return volume;
    }

    double technology() {
        return technology;
    }

    double sellerValue(double v, double x, double hardship) {
        double r = v / p.volumeScale;
        return r * sellerUnit(x, hardship) - p.sellerConvexity * r * r;
    }

    private double sellerUnit(double x, double hardship) {
        return p.sellerBase + p.sellerGoods * hardship * (1 - x) + p.sellerTechnology * x;
    }

    double buyerValue(double v, double x, double need) {
        double r = v / p.volumeScale;
        return r * buyerUnit(x, need) - p.buyerConvexity * r * r;
    }

    private double buyerUnit(double x, double need) {
        return p.buyerNeed * need - p.buyerGoods * (1 - x) - p.buyerTechnology * (1 - buyer.generosity) * x;
    }

    private double product(double seller, double buyer) {
        if (seller <= 0 || buyer <= 0) {
            return 0;
        }
        double power = p.sellerPower;
        // With even powers the plain product has the same maximum and needs no powers.
        return power == EVEN ? seller * buyer : PortableMath.pow(seller, power) * PortableMath.pow(buyer, 1 - power);
    }
}
