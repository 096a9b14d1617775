package org.tumen.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tumen.analysis.Clusters;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;

/** Verdicts in words. */
class VerdictTest {
    private static final Settings SETTINGS = Resampling.of(300, 99).withHorizon(156);

    /** Differences of the given mean and spread, a baseline of spread 3. */
    private static PairedComparison comparison(Outcome outcome, double mean, double spread, int n, Settings settings) {
        Luck luck = new Luck(41, 0);
        double[] baseline = new double[n];
        double[] arm = new double[n];
        double centre = 0;
        for (int i = 0; i < n; i++) {
            centre += luck.otherNormal(i) / n;
        }
        for (int i = 0; i < n; i++) {
            baseline[i] = 48 + 3 * luck.normal(i);
            arm[i] = baseline[i] + mean + spread * (luck.otherNormal(i) - centre);
        }
        return Compared.of(outcome, outcome.direction(), baseline, arm, settings);
    }

    /** −1.9 with standard error 3/√3600 = 0.05, so an interval of 1.8 to 2.0, and Φ(1.9/3) = 74 % of runs worse. */
    @Test
    void saysHowMuchAndHowOften() {
        PairedComparison c = comparison(Outcome.MEAN_STABILITY, -1.9, 3, 3_600, SETTINGS);
        assertThat(c.verdict("hard line"))
                .matches("hard line lowers mean stability by 1\\.9 points \\(1\\.8 to 2\\.0\\); "
                        + "better in 2[567] % and worse in 7[345] % of runs");
    }

    @Test
    void saysWhenADifferenceDoesNotMatter() {
        PairedComparison c = comparison(Outcome.MEAN_STABILITY, 0.1, 1, 2_500, SETTINGS.withSmallestDifference(0.5));
        assertThat(c.finding()).isEqualTo(Finding.NO_DIFFERENCE_THAT_MATTERS);
        assertThat(c.verdict("an early warning"))
                .isEqualTo("an early warning makes no difference that matters to mean stability: "
                        + "0.10 points (0.06 to 0.14), within the smallest difference of 0.5 points");
    }

    @Test
    void saysWhenItIsUndecided() {
        PairedComparison c = comparison(Outcome.MEAN_TENSION, 0.01, 1, 400, SETTINGS);
        assertThat(c.finding()).isEqualTo(Finding.UNDECIDED);
        assertThat(c.verdict("dialogue"))
                .startsWith("Whether dialogue changes mean tension is undecided: 0.0")
                .contains("(\u22120.")
                .contains("better in ")
                .contains("worse in ");
    }

    @Test
    void givesNoVerdictOnAHandfulOfDifferingRuns() {
        double[] baseline = new double[1_000];
        double[] arm = new double[1_000];
        java.util.Arrays.fill(arm, 0, 19, 40);
        PairedComparison few = Compared.of(Outcome.INCIDENTS, Direction.LESS, baseline, arm, SETTINGS);
        assertThat(few.finding()).isEqualTo(Finding.UNDECIDED);
        assertThat(few.verdict("dialogue"))
                .isEqualTo("Whether dialogue changes armed incidents is undecided: only 19 runs differ");
        arm[19] = 40;
        assertThat(Compared.of(Outcome.INCIDENTS, Direction.LESS, baseline, arm, SETTINGS)
                        .finding())
                .isEqualTo(Finding.WORSE);
        long[] runs = java.util.stream.LongStream.range(0, 1_000).toArray();
        assertThat(Compared.of(Outcome.INCIDENTS, Direction.LESS, baseline, arm, Clusters.of(runs, 4), SETTINGS)
                        .verdict("dialogue"))
                .endsWith("undecided: runs differ at 5 of 250 points of the parameters, too few");
    }

    @Test
    void saysWhenADifferenceMayBeSmall() {
        PairedComparison c = comparison(Outcome.MEAN_STABILITY, 0.5, 1, 400, SETTINGS.withSmallestDifference(0.5));
        assertThat(c.finding()).isEqualTo(Finding.BETTER);
        assertThat(c.verdict("dialogue")).endsWith("; perhaps less than the smallest difference that matters");
    }

    /** Spreads by which the interval reaches some one or two to each side, so that numbers are told whole. */
    @Test
    void oneIsOne() {
        assertThat(comparison(Outcome.MEAN_STABILITY, 1, 20, 400, SETTINGS).verdict("dialogue"))
                .contains("undecided: 1 point (\u22121 to 3)");
        assertThat(comparison(Outcome.DELIVERED, -1, 20, 400, SETTINGS).verdict("dialogue"))
                .contains("undecided: \u22121 unit of volume (\u22123 to 1)");
        assertThat(comparison(Outcome.FIRST_CRISIS, 2, 30, 400, SETTINGS).verdict("dialogue"))
                .contains("undecided: 2 weeks (\u22121 to 5)");
    }

    @Test
    void speaksOfTimesSharesAndCounts() {
        assertThat(comparison(Outcome.FIRST_CRISIS, 3, 1, 400, SETTINGS).verdict("dialogue"))
                .startsWith("dialogue delays the first crisis by 3.0 weeks (");
        assertThat(comparison(Outcome.ANNOUNCEMENT, -3, 1, 400, SETTINGS).verdict("dialogue"))
                .startsWith("dialogue brings forward the announcement by 3.0 weeks (");
        assertThat(comparison(Outcome.INCIDENTS, -3, 1, 400, SETTINGS).verdict("dialogue"))
                .startsWith("dialogue lowers armed incidents by 3.0 a run (")
                .contains("better in ");
        assertThat(comparison(Outcome.WARNINGS, -3, 1, 400, SETTINGS).verdict("dialogue"))
                .contains("lower in ");
        double[] none = new double[400];
        double[] some = new double[400];
        for (int i = 0; i < 40; i++) {
            some[i] = 1;
        }
        assertThat(Compared.of(Outcome.ANY_CRISIS, Direction.LESS, none, some, SETTINGS)
                        .verdict("hard line"))
                .startsWith("hard line raises the share of runs with any crisis by 10 percentage points (")
                .endsWith("better in 0 % and worse in 10 % of runs");
    }

    /** The half-width of 0.1 asks for one decimal, at which a lower end of 0.02 would read as zero. */
    @Test
    void anIntervalThatExcludesZeroDoesNotReadAsTouchingIt() {
        PairedComparison c = comparison(Outcome.MEAN_STABILITY, 0.12, 1, 400, SETTINGS);
        assertThat(c.finding()).isEqualTo(Finding.BETTER);
        assertThat(c.verdict("dialogue")).contains("by 0.12 points (0.02 to 0.22)");
    }

    @Test
    void anIntervalThatHoldsZeroDoesNotReadAsEndingAtIt() {
        PairedComparison c = comparison(Outcome.MEAN_STABILITY, 0.06, 1, 400, SETTINGS);
        assertThat(c.verdict("dialogue")).contains("undecided: 0.06 points (\u22120.04 to 0.16)");
    }

    /** The half-width of 0.98 asks for no decimals, at which a difference of 0.3 would read as none. */
    @Test
    void aDifferenceThatIsThereDoesNotReadAsZero() {
        PairedComparison c = comparison(Outcome.MEAN_STABILITY, 0.3, 10, 400, SETTINGS);
        assertThat(c.verdict("dialogue")).contains("undecided: 0.3 points (\u22120.7 to 1.3)");
        assertThat(comparison(Outcome.MEAN_STABILITY, 0.004, 10, 400, SETTINGS).verdict("dialogue"))
                .contains("undecided: 0 points (\u22121 to 1)");
    }

    /** 69 of 200 runs and 131 of 200: each by itself would be rounded up, to 101 % together. */
    @Test
    void sharesOfRunsAddUpToAHundred() {
        double[] none = new double[200];
        double[] some = new double[200];
        for (int i = 0; i < 200; i++) {
            some[i] = i < 69 ? 1 + i : -1 - i;
        }
        assertThat(Compared.of(Outcome.MEAN_STABILITY, Direction.MORE, none, some, SETTINGS)
                        .verdict("dialogue"))
                .contains("better in 34 % and worse in 66 % of runs");
    }
}
