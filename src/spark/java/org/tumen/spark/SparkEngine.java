package org.tumen.spark;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.tumen.experiment.Engine;
import org.tumen.experiment.FailureLimit;
import org.tumen.experiment.Job;
import org.tumen.experiment.RunListener;
import org.tumen.experiment.TooManyFailuresException;
import org.tumen.outcome.RunFailure;
import org.tumen.outcome.RunKey;
import org.tumen.store.file.StoreException;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Makes runs on Apache Spark: a task a part. Spark hands each part over once, however often its task was retried or started
 * speculatively, and the driver alone stores, so that such tasks do no harm. The master is that of {@code spark-submit} where
 * there is one, else that of the job's settings.
 */
public final class SparkEngine implements Engine {
    private static final long POLL_MILLIS = 200;

    private final TaskFault fault;

    /** For ServiceLoader. */
    public SparkEngine() {
        this(TaskFault.NONE);
    }

    SparkEngine(TaskFault fault) {
        this.fault = fault;
    }

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public void run(Job job, RunListener progress) throws InterruptedException {
        if (job.settings().events()) {
            throw new IllegalArgumentException("the engine spark stores no events; leave out --events or use local");
        }
        List<SparkPart> parts = job.missingParts().stream()
                .map(p -> new SparkPart(p.arm(), p.from(), p.to()))
                .toList();
        progress.started(parts.stream().mapToLong(p -> p.to() - p.from()).sum());
        if (parts.isEmpty()) {
            return;
        }
        SparkConf conf = new SparkConf()
                .setIfMissing("spark.master", job.settings().master())
                .setIfMissing("spark.app.name", "tumen " + job.experiment().name())
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.driver.maxResultSize", "0");
        try (JavaSparkContext context = new JavaSparkContext(conf)) {
            context.setLogLevel("ERROR");
            run(job, progress, parts, context);
        }
    }

    private void run(Job job, RunListener progress, List<SparkPart> parts, JavaSparkContext context) {
        SparkContext spark = context.sc();
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        watch.scheduleAtFixedRate(
                () -> {
                    if (job.cancellation().requested()) {
                        spark.cancelAllJobs();
                    }
                },
                POLL_MILLIS,
                POLL_MILLIS,
                TimeUnit.MILLISECONDS);
        Receiver receiver = new Receiver(job, progress);
        try {
            spark.runJob(
                    context.parallelize(parts, parts.size()).rdd(),
                    new PartTask(job.experiment(), fault),
                    receiver,
                    ClassTag$.MODULE$.<PartResult>apply(PartResult.class));
            receiver.rethrow();
        } catch (TooManyFailuresException | StoreException e) {
            throw e;
        } catch (Exception e) {
            // Scala declares no checked exceptions, and Spark throws them all the same.
            receiver.rethrow();
            if (!job.cancellation().requested()) {
                String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
                throw new StoreException("Spark gave up: " + message, e);
            }
        } finally {
            watch.shutdownNow();
        }
    }

    /** Stores parts as they arrive, one at a time, on the driver. */
    private static final class Receiver extends AbstractFunction2<Object, PartResult, BoxedUnit> {
        private final Job job;
        private final RunListener progress;
        private final FailureLimit limit;
        private volatile @Nullable RuntimeException problem;

        Receiver(Job job, RunListener progress) {
            this.job = job;
            this.progress = progress;
            limit = new FailureLimit(job.settings().failureLimit(), job.sink().failed(), job.cancellation());
        }

        @Override
        public BoxedUnit apply(Object partition, PartResult result) {
            if (problem != null) {
                return BoxedUnit.UNIT;
            }
            try {
                result.store(
                        job.sink(),
                        job.experiment().arm(result.part().arm()).scenario(),
                        job.experiment().seed(),
                        job.experiment().weekly());
                progress.made(Math.toIntExact(result.runs()));
                progress.stored(result.part().arm(), result.part().from(), result.part().to());
                result.failures().forEach((run, cause) -> limit.count(
                        new RunFailure(result.part().arm(), new RunKey(job.experiment().seed(), run), cause)));
            } catch (RuntimeException e) {
                problem = e;
                job.cancellation().request();
            }
            return BoxedUnit.UNIT;
        }

        void rethrow() {
            RuntimeException found = problem;
            if (found != null) {
                throw found;
            }
        }
    }
}
