package org.tumen.study.result;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.store.RunPlan;
import org.tumen.store.part.Shard;
import org.tumen.study.ExperimentRun;
import org.tumen.study.ResultFolders;
import org.tumen.study.StudySession;
import org.tumen.study.UsageException;
import org.tumen.words.Numbers;

/** Makes the share of an experiment that --shard asks for. */
public final class ShardRun {
    private ShardRun() {}

    /**
     * Makes a share and says what was made. Its folder stands beside those of the other shares, so that all may run at a
     * time.
     *
     * @param all the runs of the whole experiment
     * @param out where the folders of the shares stand; null for the usual place
     * @throws UsageException when there are fewer runs than shares
     */
    public static void make(Experiment experiment, RunPlan all, @Nullable Path out, StudySession session)
            throws InterruptedException {
        Shard shard = Objects.requireNonNull(session.execution().shard());
        long runs = all.runs() * experiment.arms().size();
        if (shard.of() > runs) {
            throw new UsageException("--shard " + shard.index() + "/" + shard.of() + ": there are "
                    + Numbers.counted(runs, "run") + " to share, so N can be at most " + runs);
        }
        RunPlan plan = all.only(shard);
        Path folder = ResultFolders.root(out).resolve(experiment.identity().shardFolderName(shard.index(), shard.of()));
        ExperimentRun.Share share =
                new ExperimentRun(experiment, folder, session).share(slices(experiment, plan), plan);
        PrintWriter print = session.out();
        print.printf(
                Locale.ROOT,
                "%s: shard %d of %d, %,d of %,d runs, %,d failed, in %s%n%s%n"
                        + "A share is no result: `tumen join` makes one of all %,d.%n"
                        + "Digest of this share %s%n",
                experiment.name(),
                shard.index(),
                shard.of(),
                share.rows(),
                runs,
                share.failed(),
                folder,
                share.note(),
                shard.of(),
                share.digest());
        print.flush();
    }

    private static List<Job.Slice> slices(Experiment experiment, RunPlan plan) {
        int arms = experiment.arms().size();
        List<Job.Slice> slices = new ArrayList<>();
        for (int i = 0; i < arms; i++) {
            String arm = experiment.arms().get(i).name();
            plan.wanted(i, arms).ifPresent(range -> slices.add(new Job.Slice(arm, range.from(), range.to())));
        }
        return slices;
    }
}
