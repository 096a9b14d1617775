package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.ParameterEntry;
import org.tumen.scenario.Reading;

/** The bare loop is the same model, written twice from the same page: run by run, in the default world and in others. */
class BareLoopTest {
    /** What the loop has for good, or what would only end runs sooner. */
    private static final Set<String> FIXED = Set.of(
            "weeks",
            "batch.runs",
            "batch.seed",
            "deal.terms.grid_points",
            "deal.terms.seller_power",
            "stability.tension",
            "stability.arsenal",
            "stability.integrity");

    private static final Set<String> NAMES = Set.of("seller", "buyer", "warner", "ally", "council");

    @ParameterizedTest
    @ValueSource(strings = {"0.4", "-0.4", "1.2"})
    void outcomesEqualToTheBit(String spiral) {
        BareLoopCheck.requireEqual(DefaultScenario.with("region.impacts.spiral=" + spiral), 1000);
    }

    /** Every number of the default scenario is the one that the loop's author took from the page. */
    @Test
    void defaultsAreThoseOfThePage() throws IllegalAccessException {
        BareParameters page = new BareParameters();
        BareParameters declared = BareScenario.read(DefaultScenario.with());
        int compared = 0;
        for (Field field : BareParameters.class.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !NAMES.contains(field.getName())) {
                assertThat(field.get(declared)).as(field.getName()).isEqualTo(field.get(page));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(200);
    }

    /** A parameter that a phase takes for another's, or leaves out, shows only where it has another value. */
    @Test
    void outcomesEqualToTheBitInOtherWorlds() {
        SplittableRandom random = new SplittableRandom(2023);
        Set<String> moved = new TreeSet<>();
        int worlds = 0;
        while (worlds < 40) {
            List<String> overrides = otherValues(random);
            Reading reading = DefaultScenario.reading(overrides);
            if (reading.valid()) {
                BareLoopCheck.requireEqual(reading.scenario(), 25);
                overrides.forEach(o -> moved.add(o.substring(0, o.indexOf('='))));
                worlds++;
            }
        }
        assertThat(moved).hasSizeGreaterThan(250);
    }

    /** About a third of all numbers, each between .4 and 1.6 of its default. */
    private static List<String> otherValues(SplittableRandom random) {
        List<String> overrides = new ArrayList<>();
        for (ParameterEntry entry : ParameterCatalogue.of(DefaultScenario.with())) {
            boolean whole = entry.type().equals("whole number");
            boolean moves = (whole || entry.type().equals("number"))
                    && entry.current() != null
                    && !FIXED.contains(entry.path())
                    && !entry.path().endsWith(".campaign.windows");
            if (moves && random.nextInt(3) == 0) {
                double value = Double.parseDouble(entry.current()) * random.nextDouble(.4, 1.6);
                double allowed = Math.max(entry.min(), Math.min(entry.max(), value));
                overrides.add(
                        entry.path() + "=" + (whole ? Long.toString(Math.round(allowed)) : Double.toString(allowed)));
            }
        }
        return overrides;
    }
}
