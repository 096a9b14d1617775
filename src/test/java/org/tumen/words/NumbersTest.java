package org.tumen.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Property(tries = 2000)
    void fixedNumbersAreThoseOfJavasFormatter(@ForAll double value, @ForAll @IntRange(max = 6) int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        boolean zero = !text.matches(".*[1-9].*");
        assertThat(Numbers.fixed(value, decimals))
                .isEqualTo(zero ? text.replace("-", "") : text.replace('-', '\u2212'));
    }

    /** Errors of 0.042, 0.31 and 25 deserve 3, 2 and 0 decimals: under each other their numbers have 3; one of 0.00042 more would not make 5. */
    @Test
    void numbersUnderEachOtherHaveTheDecimalsOfTheLeastError() {
        assertThat(Numbers.decimals(DoubleStream.of(25, 0.042, 0.31))).hasValue(3);
        assertThat(Numbers.decimals(DoubleStream.of(25, 0.31, 0.31, 0.00042))).hasValue(3);
        assertThat(Numbers.decimals(DoubleStream.of(0, Double.NaN, Double.POSITIVE_INFINITY, 0.31)))
                .hasValue(2);
        assertThat(Numbers.decimals(DoubleStream.of(0, Double.NaN))).isEmpty();
    }

    @Property(tries = 2000)
    void shownNumbersHaveFourDigits(@ForAll("moderate") double value) {
        String text = Numbers.shown(value);
        double read = Double.parseDouble(text.replace(",", "").replace('\u2212', '-'));
        assertThat(Math.abs(read - value))
                .isLessThanOrEqualTo(0.5001 * Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 3));
        assertThat(text).doesNotEndWith(".").doesNotMatch(".*\\.\\d*0");
    }

    @Provide
    Arbitrary<Double> moderate() {
        return Arbitraries.doubles().between(-1e8, 1e8).filter(v -> Math.abs(v) > 1e-5);
    }

    @Test
    void numbersReadWell() {
        assertThat(Numbers.fixed(-1234567.885, 2)).isEqualTo("\u22121,234,567.89");
        assertThat(Numbers.fixed(-0.0004, 2)).isEqualTo("0.00");
        assertThat(Numbers.fixed(-0.0, 1)).isEqualTo("0.0");
        assertThat(Numbers.fixed(Double.NaN, 1)).isEqualTo(Numbers.NONE);
        assertThat(Numbers.shown(123456.7)).isEqualTo("123,500");
        assertThat(Numbers.shown(-1.5e-9)).isEqualTo("\u22121.5e-9");
        assertThat(Numbers.shown(1.5e12)).isEqualTo("1.5e12");
        assertThat(Numbers.difference(0.0004, 3)).isEqualTo("0.000");
        assertThat(Numbers.difference(0.25, 1)).isEqualTo("+0.3");
        assertThat(Numbers.plain(0.1 + 0.2)).isEqualTo("0.3");
    }

    @Test
    void whatIsTypedIntoAFileHasAllItsDigitsAndNoExponent() {
        assertThat(Numbers.typed(1e-9)).isEqualTo("0.000000001");
        assertThat(Numbers.typed(1e12)).isEqualTo("1000000000000");
        assertThat(Numbers.typed(-2.50)).isEqualTo("-2.5");
        assertThat(Numbers.typed(0)).isEqualTo("0");
        assertThat(Double.parseDouble(Numbers.typed(Math.PI * 1e-12))).isEqualTo(Math.PI * 1e-12);
    }

    @Test
    void numbersAreThoseThatFilesHold() {
        assertThat(List.of("0", "-1", "+2.5", ".5", "3.", "1e-3", "-0.02E+5")).allMatch(Numbers::isNumber);
        assertThat(List.of("", "007", "1e", "0x10", "NaN", "Infinity", "1 000", "1,5", "--1", "9".repeat(500)))
                .noneMatch(Numbers::isNumber);
    }

    @Test
    void neverRoundsSomeToNoneOrAll() {
        assertThat(Numbers.wholePercents(0.001, 0.999, 0)).containsExactly("less than 1 %", "more than 99 %", "0 %");
        assertThat(Numbers.wholePercents(0.744, 0.256)).containsExactly("74 %", "26 %");
        assertThat(Numbers.wholePercents(1, 0)).containsExactly("100 %", "0 %");
    }

    /** Whole percents add up to 100, and none lies a percent or more from its share. */
    @Property(tries = 300)
    void wholePercentsAddUp(@ForAll @Size(min = 2, max = 8) List<@IntRange(min = 20, max = 60) Integer> runs) {
        double all = runs.stream().mapToInt(n -> n).sum();
        double[] shares = runs.stream().mapToDouble(n -> n / all).toArray();
        int[] told = Numbers.wholePercents(shares).stream()
                .mapToInt(text -> Integer.parseInt(text.replace(" %", "")))
                .toArray();
        assertThat(Arrays.stream(told).sum()).isEqualTo(100);
        for (int i = 0; i < told.length; i++) {
            assertThat(Math.abs(told[i] - 100 * shares[i])).isLessThan(1);
        }
    }

    @Test
    void countsAgreeWithWhatTheyCount() {
        assertThat(Numbers.counted(1, "run")).isEqualTo("1 run");
        assertThat(Numbers.counted(0, "run")).isEqualTo("0 runs");
        assertThat(Numbers.counted(1000, "search")).isEqualTo("1,000 searches");
        assertThat(Numbers.inUnit("1", "rocket launchers")).isEqualTo("1 rocket launcher");
        assertThat(Numbers.inUnit("\u22121", "units of volume")).isEqualTo("\u22121 unit of volume");
        assertThat(Numbers.inUnit("1", "batteries")).isEqualTo("1 battery");
        assertThat(Numbers.inUnit("1", "boxes of shells")).isEqualTo("1 box of shells");
        assertThat(Numbers.inUnit("1", "glass")).isEqualTo("1 glass");
        assertThat(Numbers.inUnit("2", "batteries")).isEqualTo("2 batteries");
    }

    @Test
    void numbersInTextsOfFilesAreMadeReadable() {
        assertThat(Numbers.readable("lognormal with median 0.6065306597126334, cut to -0.5 to 1"))
                .isEqualTo("lognormal with median 0.6065, cut to \u22120.5 to 1");
        assertThat(Numbers.readable("one of -3, 12345, 1.0E-4; p00012"))
                .isEqualTo("one of \u22123, 12345, 0.0001; p00012");
    }
}
