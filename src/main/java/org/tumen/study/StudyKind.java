package org.tumen.study;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.study.file.StudyReader;
import org.tumen.study.file.StudyReading;

/**
 * A kind of question: from a study file to a result folder, for any front. Kinds are found by
 * {@link java.util.ServiceLoader}: name the class in {@code META-INF/services/org.tumen.study.StudyKind}.
 *
 * @param <S> the record of its settings, declared by {@link org.tumen.declare.Parameter}
 * @param <P> its plan: everything that is done, checked
 */
public interface StudyKind<S extends Record, P> {
    /** Its name: the section of a study file that is its own, and the command. */
    String name();

    /** The record of that section. */
    Class<S> section();

    /** What it uses of a study file besides name, description, scenario and seed, as {@link StudyKinds} knows them. */
    Set<String> keys();

    /**
     * Makes a plan of a study, noting in the study everything that is wrong; nothing is simulated.
     *
     * @return the plan; what comes back after a problem is not used
     */
    @Nullable
    P plan(StudyReading study, S section);

    /**
     * Makes the runs that are missing, and tells and stores what was found.
     *
     * @param plan what is done
     * @param request the study
     * @param session what it runs in
     * @throws InvalidInputException with everything that is wrong with a point of the plan
     * @throws UsageException when what was asked for cannot be done
     * @throws InterruptedException when the work was stopped; what was finished is stored
     */
    void run(P plan, StudyRequest request, StudySession session) throws InterruptedException;

    /**
     * Reads the study, and runs it.
     *
     * @throws InvalidInputException with everything that is wrong with the study or its scenarios
     * @throws UsageException when what was asked for cannot be done
     * @throws InterruptedException when the work was stopped; what was finished is stored
     */
    default void run(StudyRequest request, StudySession session) throws InterruptedException {
        run(StudyReader.plan(request.file(), this, request.options(), session.execution()), request, session);
    }
}
