package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class NashTermsTest {
    private static NashTerms terms(String... overrides) {
        World world = new World(TestScenarios.reference(overrides));
        return new NashTerms(world.dealNumbers.terms, world.buyer.p);
    }

    private final NashTerms coarse = terms();
    private final NashTerms strong = terms("deal.terms.seller_power=0.7");
    private final NashTerms fine = terms("deal.terms.grid_points=201");

    @Property(tries = 200)
    void theCoarseGridIsAboutAsGoodAsAFineOne(
            @ForAll @DoubleRange(min = 0.3, max = 1) double need,
            @ForAll @DoubleRange(min = 0, max = 1) double hardship) {
        coarse.settle(need, hardship);
        double onCoarse = product(coarse, need, hardship, 0.5);
        fine.settle(need, hardship);
        double onFine = product(fine, need, hardship, 0.5);
        // The coarse grid is part of the fine one (10 divides 200), so it cannot be better.
        assertThat(onCoarse).isLessThanOrEqualTo(onFine + 1e-15);
        assertThat(Math.abs(coarse.volume() - fine.volume())).isLessThanOrEqualTo(2 * 0.22 + 1e-9);
    }

    /** Of the product of both gains, to the powers of a half and a half or of .7 and .3. */
    @Property(tries = 100)
    void noPointOfTheGridIsBetter(
            @ForAll @DoubleRange(max = 1) double need,
            @ForAll @DoubleRange(max = 1) double hardship,
            @ForAll boolean even) {
        NashTerms terms = even ? coarse : strong;
        double power = even ? 0.5 : 0.7;
        terms.settle(need, hardship);
        double best = product(terms, need, hardship, power);
        for (int i = 0; i <= 10; i++) {
            for (int j = 0; j <= 10; j++) {
                double s = terms.sellerValue(0.3 + 0.22 * i, j / 10.0, hardship);
                double b = terms.buyerValue(0.3 + 0.22 * i, j / 10.0, need);
                if (s > 0 && b > 0) {
                    assertThat(Math.pow(s, power) * Math.pow(b, 1 - power)).isLessThanOrEqualTo(best + 1e-12);
                }
            }
        }
    }

    @Test
    void valuesByHand() {
        // v = 1.5 makes r = 1: U_b = 1.5·0.6 − 0.35·0.5 − 0.9·0.65·0.5 − 0.3, Uₛ = 0.2 + 0.6·0.5·0.5 + 0.7·0.5 − 0.4.
        assertThat(coarse.buyerValue(1.5, 0.5, 0.6)).isCloseTo(0.9 - 0.175 - 0.2925 - 0.3, within(1e-14));
        assertThat(coarse.sellerValue(1.5, 0.5, 0.5)).isCloseTo(0.2 + 0.15 + 0.35 - 0.4, within(1e-14));
    }

    @Test
    void withoutGainForBothTheSmallestVolumeIsSoldForGoods() {
        coarse.settle(0, 0);
        assertThat(coarse.volume()).isEqualTo(0.3);
        assertThat(coarse.technology()).isZero();
    }

    @Test
    void aStrongerSellerGetsMore() {
        strong.settle(0.65, 0.5);
        coarse.settle(0.65, 0.5);
        assertThat(strong.sellerValue(strong.volume(), strong.technology(), 0.5))
                .isGreaterThan(coarse.sellerValue(coarse.volume(), coarse.technology(), 0.5));
    }

    private static double product(NashTerms t, double need, double hardship, double power) {
        return Math.pow(Math.max(0, t.sellerValue(t.volume(), t.technology(), hardship)), power)
                * Math.pow(Math.max(0, t.buyerValue(t.volume(), t.technology(), need)), 1 - power);
    }
}
