package org.tumen.study;

/** A kind of question: from a study file to a result folder, for any front. */
public interface StudyKind {
    /** Its name: the section of a study file that is its own, and the command. */
    String name();

    /**
     * Reads the study, makes the runs that are missing, and tells and stores what was found.
     *
     * @param request the study
     * @param session what it runs in
     * @throws InvalidInputException with everything that is wrong with the study or its scenarios
     * @throws UsageException when what was asked for cannot be done
     * @throws InterruptedException when the work was stopped; what was finished is stored
     */
    void run(StudyRequest request, StudySession session) throws InterruptedException;
}
