package org.tumen.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.UncertaintyDraw;
import org.tumen.store.ResultIdentity;
import org.tumen.store.ResultReader;
import org.tumen.store.StoredRun;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.Discrepancy;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.RunRange;
import org.tumen.store.part.StoredArm;

/** Simulates a sample of the runs of a result again and compares every value with the stored one, to the bit. */
public final class Resimulation {
    private final ResultReader reader;
    private final ResultIdentity experiment;
    private final List<Discrepancy> problems = new ArrayList<>();
    private final Map<String, RunMaker> makers = new HashMap<>();

    private Resimulation(ResultReader reader, ResultIdentity experiment) {
        this.reader = reader;
        this.experiment = experiment;
    }

    /** How many runs were simulated again, and what differs, by run. */
    public record Report(long runs, List<Discrepancy> problems) {}

    /** A run of an arm; ordered so that a part is read on end. */
    private record Place(int arm, long run) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return arm == other.arm ? Long.compare(run, other.run) : Integer.compare(arm, other.arm);
        }
    }

    /**
     * The same with the scenarios and the seed of an experiment that another file than the manifest describes.
     *
     * @param experiment has the arms of the result
     */
    public static Report check(ResultReader reader, ResultIdentity experiment, int sample, long seed, Runnable done) {
        Resimulation check = new Resimulation(reader, experiment);
        List<Place> places = check.draw(sample, seed);
        for (Place place : places) {
            check.compare(place);
            done.run();
        }
        return new Report(places.size(), List.copyOf(check.problems));
    }

    private List<Place> draw(int sample, long seed) {
        List<StoredArm> arms = experiment.arms();
        long stored = arms.stream()
                .flatMap(arm -> reader.stored(arm.name()).stream())
                .mapToLong(RunRange::size)
                .sum();
        TreeSet<Place> places = new TreeSet<>();
        if (stored <= sample) {
            for (long index = 0; index < stored; index++) {
                places.add(place(index));
            }
            return List.copyOf(places);
        }
        Draws draws = new Draws();
        Stream stream = new Streams().register("verify", "run");
        for (long k = 0; places.size() < sample; k++) {
            draws.startRun(seed, k);
            places.add(place((long) (draws.uniform(stream, 0) * stored)));
        }
        return List.copyOf(places);
    }

    /** The run at a place in the order of arms and runs. */
    private Place place(long index) {
        long left = index;
        List<StoredArm> arms = experiment.arms();
        for (int arm = 0; arm < arms.size(); arm++) {
            for (RunRange interval : reader.stored(arms.get(arm).name())) {
                if (left < interval.size()) {
                    return new Place(arm, interval.from() + left);
                }
                left -= interval.size();
            }
        }
        throw new IllegalArgumentException("there is no stored run at place " + index);
    }

    private void compare(Place place) {
        StoredArm arm = experiment.arms().get(place.arm());
        String where = "arm " + arm.name() + ", run " + place.run();
        try {
            Optional<StoredRun> stored = reader.run(arm.name(), place.run());
            if (stored.isEmpty()) {
                problems.add(new Discrepancy(where, "it is missing"));
                return;
            }
            RunMaker maker = makers.computeIfAbsent(arm.name(), name -> new RunMaker(StoredExperiment.scenario(arm)));
            compare(where, stored.get(), maker, new RunKey(experiment.seed(), place.run()));
        } catch (DamagedFileException e) {
            // Verification has named the file already, once for all of its runs.
            return;
        } catch (StoreException e) {
            problems.add(new Discrepancy(where, e.getMessage() == null ? "it cannot be read" : e.getMessage()));
        }
    }

    private void parameters(String where, StoredRun stored, @Nullable UncertaintyDraw draw, RunKey key) {
        Map<String, Double> found = reader.parameters(stored.arm(), key.run());
        Map<String, Double> drawn = new TreeMap<>();
        if (draw != null) {
            double[] values = draw.values(key.seed(), key.run());
            for (int i = 0; i < values.length; i++) {
                drawn.put(draw.paths().get(i), values[i]);
            }
        }
        if (!found.equals(drawn)) {
            problems.add(new Discrepancy(
                    where, "its uncertain parameters are stored as " + found + ", drawn again they are " + drawn));
        }
    }

    private void compare(String where, StoredRun stored, RunMaker maker, RunKey key) {
        parameters(where, stored, maker.uncertainty(), key);
        String cause = maker.make(key);
        if (cause != null) {
            if (!cause.equals(stored.cause())) {
                problems.add(new Discrepancy(
                        where,
                        "it fails when simulated again (" + cause + "), stored is "
                                + (stored.cause() == null ? "a completed run" : stored.cause())));
            }
            return;
        }
        if (stored.cause() != null) {
            problems.add(new Discrepancy(where, "it is stored as failed and does not fail: " + stored.cause()));
            return;
        }
        for (int i = 0; i < reader.outcomes().size(); i++) {
            String outcome = reader.outcomes().get(i);
            double found = stored.outcomes()[i];
            Optional<Outcome> known = Outcome.byKey(outcome);
            if (known.isPresent()) {
                double expected = maker.outcomes()[known.get().ordinal()];
                if (Double.doubleToRawLongBits(expected) != Double.doubleToRawLongBits(found)) {
                    problems.add(new Discrepancy(
                            where, outcome + " is stored as " + found + ", simulated again it is " + expected));
                }
            }
        }
    }
}
