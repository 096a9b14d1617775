package org.tumen.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class VotePosteriorTest {
    private static final LocalDate TO_DATE = LocalDate.of(2024, 9, 1);
    private static final LocalDate IN_2023 = LocalDate.of(2023, 9, 1);
    private static final int DRAWS = 60_000;

    private static VotePosterior posterior(VoteAssumptions assumptions, LocalDate day, int draws) {
        return VotePosterior.of(assumptions, RollCall.ofRecord(), day, draws, 1);
    }

    /** The figures of the model page, made there with other draws of the same number. */
    @Test
    void momentsAreThoseOfTheModelPage() {
        VotePosterior p = posterior(VoteAssumptions.STANDARD, TO_DATE, DRAWS);
        Map<String, double[]> stated = new LinkedHashMap<>();
        Map<String, ToDoubleFunction<PosteriorRow>> of = new LinkedHashMap<>();
        put(stated, of, "intercept", 2.77, .38, r -> r.weights().intercept());
        put(stated, of, "ideal", .38, .22, r -> r.weights().ideal());
        put(stated, of, "strictness", .64, .42, r -> r.weights().strictness());
        put(stated, of, "rivalry", 7.20, 1.83, r -> r.weights().rivalry());
        put(stated, of, "provocation", 1.27, .51, r -> r.weights().provocation());
        put(stated, of, "selfInterest", 3.69, 1.19, r -> r.weights().selfInterest());
        put(stated, of, "abstention", .41, .13, r -> r.weights().abstention());
        put(stated, of, "scale", .40, .07, r -> r.weights().scale());
        put(stated, of, "partialAlignment", .79, .15, r -> r.weights().partialAlignment());
        double size = p.effectiveSampleSize();
        assertThat(size).isGreaterThan(5000);
        of.forEach((name, quantity) -> {
            double[] figures = stated.get(name);
            // Four standard errors of the difference of two such samples, and the rounding of the page.
            double error = 4 * figures[1] * Math.sqrt(2 / size) + .005;
            assertThat(p.mean(quantity)).as(name).isCloseTo(figures[0], within(error));
            assertThat(p.sd(quantity)).as(name).isCloseTo(figures[1], within(error));
        });
        beliefs(p, .023, .011, .027, .129, .339, .471);
        VotePosterior before = posterior(VoteAssumptions.STANDARD, IN_2023, DRAWS);
        beliefs(before, .037, .015, .032, .145, .346, .427);
        double error = 4 * 1.62 * Math.sqrt(2 / before.effectiveSampleSize()) + .005;
        assertThat(before.mean(r -> r.weights().selfInterest())).isCloseTo(2.50, within(error));
    }

    private static void put(
            Map<String, double[]> stated,
            Map<String, ToDoubleFunction<PosteriorRow>> of,
            String name,
            double mean,
            double sd,
            ToDoubleFunction<PosteriorRow> quantity) {
        stated.put(name, new double[] {mean, sd});
        of.put(name, quantity);
    }

    private static void beliefs(VotePosterior p, double... stated) {
        for (int j = 0; j < stated.length; j++) {
            int level = j;
            ToDoubleFunction<PosteriorRow> quantity = r -> r.belief().probability(level);
            double error = 4 * p.sd(quantity) * Math.sqrt(2 / p.effectiveSampleSize()) + .0005;
            assertThat(p.mean(quantity)).as("level %d", j).isCloseTo(stated[j], within(error));
        }
    }

    /** The whole of both shipped files, made again to the byte; on any machine, since the arithmetic is portable. */
    @Test
    void theShippedRowsAreMadeAgainToTheByte() throws IOException {
        String command = "tumen calibrate scenarios/studies/calibrate-votes";
        assertThat(PosteriorFile.text(posterior(VoteAssumptions.STANDARD, TO_DATE, DRAWS), 4000, command + ".yaml"))
                .isEqualTo(shipped("posterior.csv"));
        assertThat(PosteriorFile.text(
                        posterior(VoteAssumptions.STANDARD, IN_2023, DRAWS), 4000, command + "-2023.yaml"))
                .isEqualTo(shipped("posterior-2023.csv"));
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in = PosteriorFile.class.getResourceAsStream(name)) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void shippedRowsAreReadAsTheyStand() {
        assertThat(PosteriorFile.toDate()).hasSize(4000);
        assertThat(PosteriorFile.to2023()).hasSize(4000);
        // The first row of the file is the first draw; it is stored to four decimals, and to five.
        PosteriorRow stored = PosteriorFile.toDate().get(0);
        PosteriorRow drawn =
                posterior(VoteAssumptions.STANDARD, TO_DATE, 1).draws().get(0);
        assertThat(stored.weights().intercept()).isCloseTo(drawn.weights().intercept(), within(5e-5));
        assertThat(stored.weights().partialAlignment())
                .isCloseTo(drawn.weights().partialAlignment(), within(5e-5));
        for (int j = 0; j < LevelDistribution.LEVELS; j++) {
            assertThat(stored.belief().probability(j)).isCloseTo(drawn.belief().probability(j), within(4e-5));
        }
    }

    @Test
    void resamplingTakesEachDrawByItsShare() {
        VotePosterior p = posterior(VoteAssumptions.STANDARD, TO_DATE, 500);
        int n = 2000;
        int[] chosen = p.resample(n);
        assertThat(chosen).hasSize(n).isSorted();
        for (int draw = 0; draw < 500; draw++) {
            int wanted = draw;
            double expected = n * p.weight(draw);
            long times = Arrays.stream(chosen).filter(c -> c == wanted).count();
            assertThat((double) times).isBetween(Math.floor(expected) - 1e-9, Math.ceil(expected) + 1e-9);
        }
    }

    /** Half of the prior's draws have no self-interest, and the vetoes speak for it. */
    @Test
    void theCautiousVariantDoubtsSelfInterest() {
        VotePosterior p = posterior(VoteAssumptions.CAUTIOUS, IN_2023, 20_000);
        long without =
                p.draws().stream().filter(r -> r.weights().selfInterest() == 0).count();
        // Binomial, five standard deviations.
        assertThat((double) without).isCloseTo(10_000, within(5 * Math.sqrt(5000)));
        double before = p.mean(r -> r.weights().selfInterest() == 0 ? 1 : 0);
        double after = posterior(VoteAssumptions.CAUTIOUS, TO_DATE, 20_000)
                .mean(r -> r.weights().selfInterest() == 0 ? 1 : 0);
        assertThat(after).isLessThan(before / 2);
        List<Double> means = List.of(
                p.mean(r -> r.belief().mean()),
                posterior(VoteAssumptions.STANDARD, IN_2023, 20_000)
                        .mean(r -> r.belief().mean()));
        assertThat(means.get(0)).isLessThan(means.get(1));
    }
}
