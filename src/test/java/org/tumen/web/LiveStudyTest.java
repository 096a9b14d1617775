package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.findings.Findings;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyReading;
import org.tumen.study.StudyRequest;
import org.tumen.study.StudySession;
import org.tumen.study.Workload;

/** What is told of a study while it runs. */
class LiveStudyTest {
    /** Settings that there are none of. */
    record NoSettings() {}

    /** A kind that makes its runs at once, and is at its end when it is let. */
    private static final class Slow extends StudyKind<NoSettings, String> {
        private final CountDownLatch made = new CountDownLatch(1);
        private final CountDownLatch let = new CountDownLatch(1);

        Slow() {
            super("slow", "Takes its time.", NoSettings.class);
        }

        @Override
        public String plan(StudyReading study, NoSettings section) {
            return "";
        }

        @Override
        protected String ofScenario(StudyRequest request, StudySession session) {
            return "";
        }

        @Override
        public List<Workload> workload(String plan, StudyRequest request, StudySession session) {
            return List.of();
        }

        @Override
        public List<Findings> run(String plan, StudyRequest request, StudySession session) throws InterruptedException {
            session.listener().started(10);
            session.listener().made(4);
            session.err().println("it: 4 of 10 runs, 3 s left");
            session.err().flush();
            session.listener().made(6);
            made.countDown();
            let.await();
            session.err().println("it: drawing, 1 of 5 pictures");
            session.err().flush();
            return List.of();
        }
    }

    @Test
    void whatWasToldOfRunsIsNotToldWhenAllAreMade(@TempDir Path folder) throws Exception {
        Slow kind = new Slow();
        LiveStudy study = new LiveStudy("it", kind, "", folder.resolve("it.yaml"), folder.resolve("result"));
        CountDownLatch end = new CountDownLatch(1);
        study.start(1, end::countDown);
        kind.made.await();
        assertThat(study.told().path("detail").asText()).isEqualTo("10 runs made; what they say is being worked out");
        kind.let.countDown();
        end.await();
        assertThat(study.told().path("state").asText()).isEqualTo("done");
    }
}
