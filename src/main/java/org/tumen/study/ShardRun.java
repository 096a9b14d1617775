package org.tumen.study;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.experiment.Shard;
import org.tumen.store.RunPlan;

/** Makes the share of an experiment that --shard asks for. */
public final class ShardRun {
    private ShardRun() {}

    /**
     * Makes a share and says what was made. Its folder stands beside those of the other shares, so that all may run at a
     * time.
     *
     * @param experiment what is simulated
     * @param slices all of its runs that are wanted
     * @param plan the same, for those who look for gaps
     * @param out where the folders of the shares stand; null for the usual place
     */
    public static void make(
            Experiment experiment, List<Job.Slice> slices, RunPlan plan, @Nullable Path out, StudySession session)
            throws InterruptedException {
        Shard shard = Objects.requireNonNull(session.execution().shard());
        Path root = out == null ? ResultFolders.root() : out;
        Path folder = root.resolve(experiment.identity().shardFolderName(shard.index(), shard.of()));
        ExperimentRun.Share share = new ExperimentRun(experiment, folder, session).share(shard.of(slices), plan);
        PrintWriter print = session.out();
        print.printf(
                Locale.ROOT,
                "%s: shard %d of %d, %,d of %,d runs%s, %,d failed, in %s%n"
                        + "A share is no result: `tumen join` makes one of all %,d.%n"
                        + "Digest of this share %s%n",
                experiment.name(),
                shard.index(),
                shard.of(),
                share.rows(),
                slices.stream().mapToLong(Job.Slice::size).sum(),
                share.note(),
                share.failed(),
                folder,
                shard.of(),
                share.digest());
        print.flush();
    }
}
