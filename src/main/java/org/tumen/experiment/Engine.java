package org.tumen.experiment;

/**
 * Makes the runs of an experiment somewhere: on local threads, on a cluster. Implementations on the class path are found by
 * {@link java.util.ServiceLoader}. An engine decides where and in which order runs are made, never what they yield.
 */
public interface Engine {
    /** The name by which the command line chooses it. */
    String name();

    /**
     * Makes and stores all runs that are still missing. Returns when they are stored, or soon after the job was cancelled;
     * what is finished by then is stored.
     *
     * @throws TooManyFailuresException when more runs failed than the job allows
     */
    void run(Job job, RunListener progress) throws InterruptedException;
}
