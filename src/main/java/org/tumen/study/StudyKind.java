package org.tumen.study;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.tumen.document.InvalidInputException;
import org.tumen.findings.Findings;

/**
 * A kind of question: from a study file to a result folder, for any front. Kinds are found by
 * {@link java.util.ServiceLoader}: name the class in {@code META-INF/services/org.tumen.study.StudyKind}.
 *
 * @param <S> the record of its settings, declared by {@link org.tumen.declare.Parameter}
 * @param <P> its plan: everything that is done, checked
 */
public abstract class StudyKind<S extends Record, P> {
    /** What kinds refuse of which each generation follows from the one before. */
    protected static final Map<String, String> OF_GENERATIONS = Map.of(
            "--events", "serves batches and comparisons",
            "--engine", "serves batches and comparisons; --threads makes generations sooner",
            "--master", "serves batches and comparisons; --threads makes generations sooner",
            "--shard", "cannot cut what follows from one generation to the next; use --threads");

    private final String name;
    private final String description;
    private final Class<S> section;
    private final Set<String> keys;

    /**
     * A kind.
     *
     * @param name the section of a study file that is its own, and the command
     * @param description what it asks, in a sentence or two
     * @param keys what it uses of a study file besides name, description, scenario and seed; outcomes.KEY, of an outcome
     *     besides its name
     */
    protected StudyKind(String name, String description, Class<S> section, String... keys) {
        this.name = name;
        this.description = description;
        this.section = section;
        this.keys = Set.of(keys);
    }

    /** Its name: the section of a study file that is its own, and the command. */
    public final String name() {
        return name;
    }

    /** What it asks. */
    public final String description() {
        return description;
    }

    /** Whether a file with these keys at its top has the section of this kind. */
    public boolean isToldBy(Set<String> keysOfFile) {
        return keysOfFile.contains(name);
    }

    public final Class<S> section() {
        return section;
    }

    /** What it uses of a study file besides name, description, scenario and seed. */
    public final Set<String> keys() {
        return keys;
    }

    /**
     * The keys without which a study of the kind would ask nothing, each by its path in the file: what a file to begin with
     * says; all other keys stand in it commented out.
     */
    public Set<String> asked() {
        return Set.of();
    }

    /**
     * The options of execution that it has no use for, with the reason that follows their names: who asks for one is told it,
     * and no help lists them.
     */
    public Map<String, String> refused() {
        return Map.of();
    }

    /**
     * Makes a plan of a study, noting in the study everything that is wrong; nothing is simulated.
     *
     * @return the plan; what comes back after a problem is not used
     */
    public abstract @Nullable P plan(StudyReading study, S section);

    /** What running a plan takes, folder by folder; nothing is simulated or written. */
    public abstract List<Workload> workload(P plan, StudyRequest request, StudySession session);

    /**
     * Makes the runs that are missing, and tells and stores what was found.
     *
     * @return what was found, as it was written: one for a study, one a scenario for a batch, none for a shard
     * @throws InvalidInputException with everything that is wrong with a point of the plan
     * @throws UsageException when what was asked for cannot be done
     * @throws InterruptedException when the work was stopped; what was finished is stored
     */
    public abstract List<Findings> run(P plan, StudyRequest request, StudySession session) throws InterruptedException;

    /**
     * The plan of a file that is no study, for a kind that takes a scenario in its place.
     *
     * @throws InvalidInputException with everything that is wrong with the file, where the kind takes none with that alone
     * @throws UsageException when what was asked for cannot be done
     */
    protected P ofScenario(StudyRequest request, StudySession session) {
        return StudyReader.plan(request.file(), this, request.options(), session);
    }

    /**
     * Reads the study, or the scenario where the kind takes one in its place, and runs it, or tells what that would take
     * where a session is dry.
     *
     * @return what was found; none where a session is dry
     * @throws InvalidInputException with everything that is wrong with the study or its scenarios
     * @throws UsageException when what was asked for cannot be done
     * @throws InterruptedException when the work was stopped; what was finished is stored
     */
    public final List<Findings> run(StudyRequest request, StudySession session) throws InterruptedException {
        if (StudyReader.isStudy(request.file())) {
            P plan = StudyReader.plan(request.file(), this, request.options(), session);
            return runOrTell(plan, request, session.about(request.file()));
        }
        return runOrTell(ofScenario(request, session), request, session);
    }

    /** Runs a plan, or tells what that would take where a session is dry. */
    protected final List<Findings> runOrTell(P plan, StudyRequest request, StudySession session)
            throws InterruptedException {
        if (session.dry()) {
            DryRun.tell(workload(plan, request, session), session);
            return List.of();
        }
        try {
            return run(plan, request, session);
        } catch (CancellationException e) {
            throw (InterruptedException) new InterruptedException("interrupted").initCause(e);
        }
    }
}
