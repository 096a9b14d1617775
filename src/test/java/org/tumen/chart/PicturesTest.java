package org.tumen.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.KaplanMeier;
import org.tumen.analysis.SummaryDistribution;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.study.arm.ArmCharts;
import org.tumen.study.batch.BatchPictures;
import org.tumen.study.batch.ScenarioPictures;
import org.tumen.world.Stage;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class PicturesTest {
    private static final BatchData BATCH = SyntheticBatch.of("baseline", "a potential deal", 1000, 42, 0);

    private static byte[] png(Picture picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        picture.writePng(out);
        return out.toByteArray();
    }

    private static byte[] svg(Picture picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        picture.writeSvg(out);
        return out.toByteArray();
    }

    private static String texts(Picture picture) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg(picture)));
        NodeList nodes = document.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return String.join("\n", texts);
    }

    private static Picture batch(BatchData data, String name) {
        return new BatchPictures(new ArmCharts(data)).all().get(name);
    }

    /** Java's letters are not the same to the pixel where two threads draw the first of them. */
    @Test
    void oneThreadDrawsAtATime() throws Exception {
        AtomicInteger drawing = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Picture slow = new Picture(
                "slow",
                10,
                10,
                (g, area) -> {
                    most.accumulateAndGet(drawing.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(2_000_000);
                    drawing.decrementAndGet();
                },
                asked -> Optional.empty());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<byte[]> written : threads.invokeAll(List.<Callable<byte[]>>of(
                    () -> png(slow), () -> svg(slow), () -> png(slow), () -> svg(slow), () -> png(slow)))) {
                assertThat(written.get()).isNotEmpty();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void aBatchHasAllItsPicturesInTheRightSize() throws IOException {
        Map<String, Picture> pictures = new BatchPictures(new ArmCharts(BATCH)).all();
        assertThat(pictures)
                .containsKeys(
                        "overview",
                        "distributions",
                        "distribution_mean_stability",
                        "stability",
                        "tension",
                        "deal_stages",
                        "time_to_crisis",
                        "acts");
        for (Picture picture : List.of(pictures.get("overview"), pictures.get("acts"))) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png(picture)));
            assertThat(image.getWidth()).isEqualTo(1600);
            assertThat(image.getHeight()).isEqualTo(2 * picture.height());
        }
    }

    @Test
    void everyPictureNamesScenarioRunsSeedAndVersion() throws Exception {
        for (Map.Entry<String, Picture> picture :
                new BatchPictures(new ArmCharts(BATCH)).all().entrySet()) {
            assertThat(texts(picture.getValue()))
                    .as(picture.getKey())
                    .contains(
                            "Scenario baseline: 1,000 runs of 156 weeks from 1 September 2023, seed 42, model 1.0.0.");
        }
    }

    @Test
    void picturesSayWhatTheyShowAndInWhichUnit() throws Exception {
        assertThat(texts(batch(BATCH, "distribution_delivered")))
                .contains("Volume delivered", "units of volume", "5 % ", "median ", "95 % ", "mean ");
        assertThat(texts(batch(BATCH, "tension")))
                .contains(
                        "Tension over time",
                        "tension, index points",
                        "crisis begins at 70",
                        "and ends at 55",
                        "Jan 2024");
        assertThat(texts(batch(BATCH, "deal_stages"))).contains("no deal", "talks", "agreed", "shipping", "runs, %");
        assertThat(texts(batch(BATCH, "time_to_crisis")))
                .contains("runs without a crisis, %", "Jan 2024", "At risk, week", "1,000");
        assertThat(texts(batch(BATCH, "acts"))).contains("Japan", "Security Council", "Warnings", "acts a run");
    }

    /** What a picture writes is what the analysis computed. */
    @Test
    void numbersAreThoseOfTheAnalysis() throws Exception {
        double median = BATCH.outcome(Outcome.MEAN_STABILITY).summary().p50();
        String expected = String.format(Locale.ROOT, "median %.1f", median);
        assertThat(texts(batch(BATCH, "distribution_mean_stability"))).contains(expected);
        double censored = BATCH.outcome(Outcome.FIRST_CRISIS).summary().censoredShare();
        String share = String.format(Locale.ROOT, "%.1f %%", 100 * censored);
        assertThat(texts(batch(BATCH, "distribution_first_crisis"))).contains(share, "within 156 weeks");
    }

    @Test
    void theSamePictureGivesTheSameBytes() throws IOException {
        BatchData again = SyntheticBatch.of("baseline", "a potential deal", 1000, 42, 0);
        assertThat(png(batch(again, "overview"))).isEqualTo(png(batch(BATCH, "overview")));
        assertThat(svg(batch(again, "overview"))).isEqualTo(svg(batch(BATCH, "overview")));
        BatchData other = SyntheticBatch.of("baseline", "a potential deal", 1000, 43, 0);
        assertThat(svg(batch(other, "overview"))).isNotEqualTo(svg(batch(BATCH, "overview")));
    }

    @Test
    void textsAreEscaped() throws Exception {
        BatchData odd = SyntheticBatch.of("<a> & \"b\"", "5 < 6", 50, 1, 0);
        assertThat(texts(batch(odd, "stability"))).contains("<a> & \"b\": 5 < 6");
    }

    @Test
    void scenariosStandBesideEachOther() throws Exception {
        BatchData other = SyntheticBatch.of("hard line", "", 1000, 42, -2);
        Map<String, Picture> pictures = new ScenarioPictures(List.of(BATCH, other)).all();
        assertThat(pictures.keySet())
                .containsExactly("scenarios", "scenarios_mean_stability", "scenarios_mean_tension");
        for (Picture picture : pictures.values()) {
            assertThat(texts(picture)).contains("baseline", "hard line", "1,000 runs of each scenario, seed 42");
        }
    }

    @Test
    void comparisonPiecesDraw() throws Exception {
        for (Map.Entry<String, Picture> picture :
                new SyntheticComparison().pictures().entrySet()) {
            assertThat(texts(picture.getValue())).as(picture.getKey()).contains("Made-up figures.");
        }
    }

    /** One run of two weeks in which nothing happens, everything is 0, and there is no single run to show. */
    @Test
    void theLeastBatchDraws() throws Exception {
        Map<Outcome, SummaryDistribution> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.all()) {
            double value = outcome.kind() == Kind.TIME ? 2 : 0;
            outcomes.put(outcome, SummaryDistribution.of(outcome, new double[] {value}, 2, Clusters.single(1)));
        }
        WeeklyCounts counts = new WeeklyCounts(2);
        counts.week(0, 50, 40, Stage.NONE);
        counts.week(1, 50, 40, Stage.NONE);
        BatchData least = new BatchData(
                "least",
                "",
                "",
                1,
                0,
                "1.0.0",
                LocalDate.of(2024, 2, 29),
                2,
                70,
                55,
                outcomes,
                BatchData.Weekly.of(counts),
                KaplanMeier.of(new double[] {2}, 2, Clusters.single(1)));
        for (Picture picture : new BatchPictures(new ArmCharts(least)).all().values()) {
            assertThat(texts(picture))
                    .contains("1 run of 2 weeks")
                    .doesNotContain("NaN")
                    .doesNotContain("Infinity");
            assertThat(png(picture)).isNotEmpty();
        }
        for (Picture picture : new ScenarioPictures(List.of(least)).all().values()) {
            assertThat(new String(svg(picture), StandardCharsets.UTF_8)).doesNotContain("NaN");
        }
    }

    @Test
    void aMissingOutcomeIsNamed() {
        BatchData without = new BatchData(
                BATCH.name(),
                "",
                "",
                1,
                0,
                "1",
                BATCH.start(),
                BATCH.weeks(),
                70,
                55,
                Map.of(),
                BATCH.weekly(),
                BATCH.firstCrisis());
        BatchPictures pictures = new BatchPictures(new ArmCharts(without));
        assertThatThrownBy(pictures::all)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no outcome mean_stability");
    }
}
