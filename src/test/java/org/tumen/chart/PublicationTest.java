package org.tumen.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tumen.analysis.BatchData;
import org.tumen.chart.Publication.Size;
import org.tumen.findings.Chart;
import org.tumen.findings.ChartPanel;
import org.tumen.outcome.Outcome;
import org.tumen.study.arm.ArmCharts;
import org.tumen.study.batch.BatchPictures;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PublicationTest {
    private static final BatchData BATCH = SyntheticBatch.of("baseline", "a potential deal", 1000, 42, 0);

    private static Publication as(Size size, Palette palette, String... outcomes) {
        return new Publication(size, null, palette, Set.of(outcomes), true);
    }

    private static Picture batch(String name) {
        return new BatchPictures(new ArmCharts(BATCH)).all().get(name);
    }

    private static Map<String, Picture> pictures() {
        Map<String, Picture> pictures = new LinkedHashMap<>(new BatchPictures(new ArmCharts(BATCH)).all());
        pictures.putAll(new SyntheticComparison().pictures());
        return pictures;
    }

    private static Element svg(Picture picture) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        picture.writeSvg(out);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()))
                .getDocumentElement();
    }

    private static byte[] pdf(Picture picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        picture.writePdf(out);
        return out.toByteArray();
    }

    private static BufferedImage png(Picture picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        picture.writePng(out);
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    /** The value of an attribute that an element has or inherits; empty where none is said. */
    private static String inherited(Element element, String attribute) {
        for (var node = element; node != null; ) {
            if (node.hasAttribute(attribute)) {
                return node.getAttribute(attribute);
            }
            node = node.getParentNode() instanceof Element parent ? parent : null;
        }
        return "";
    }

    /** Where the letters of an upright text are, from the base line to the height of a digit. */
    private static Rectangle2D box(Element text) {
        float points = Float.parseFloat(inherited(text, "font-size").replace("px", ""));
        boolean bold = inherited(text, "font-weight").equals("bold");
        double width = new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1)
                .deriveFont(points)
                .getStringBounds(text.getTextContent(), new FontRenderContext(null, true, true))
                .getWidth();
        double x = Double.parseDouble(text.getAttribute("x"));
        double y = Double.parseDouble(text.getAttribute("y"));
        return new Rectangle2D.Double(x, y - 0.7 * points, width, 0.7 * points);
    }

    /** Of sizes in inches the height is seldom a whole number of pixels; images begin black. */
    @ParameterizedTest
    @EnumSource(Size.class)
    void noEdgeIsBlack(Size size) throws IOException {
        for (Picture picture : new BatchPictures(new ArmCharts(BATCH)).all().values()) {
            BufferedImage png = png(picture.published(as(size, Palette.COLOUR)).orElse(picture));
            for (int x = 0; x < png.getWidth(); x++) {
                assertThat(png.getRGB(x, png.getHeight() - 1) & 0xff)
                        .as("%s at %d", picture.title(), x)
                        .isEqualTo(0xff);
            }
        }
    }

    /** Long titles of small plots beside each other, and long names of a matrix of many. */
    @Test
    void noTextsOfManySmallPlotsMeet() throws Exception {
        double[] x = IntStream.rangeClosed(0, 40).asDoubleStream().toArray();
        Sheet plots = new Sheet("Many plots", "of one kind", "Seed 1.").columns(3);
        for (int i = 0; i < 12; i++) {
            Chart chart = Chart.of("plot", "first warning to sanctions that name the arms trade " + i, "")
                    .x("weeks", "")
                    .y("runs", "")
                    .add(Chart.Shape.LINE, "", x, x)
                    .build();
            plots.add(new ChartPanel(chart, chart.title()));
        }
        List<String> names = IntStream.range(0, 7)
                .mapToObj(i -> "intelligence vigilance " + i)
                .toList();
        double[][] columns = IntStream.range(0, 7)
                .mapToObj(i -> Arrays.stream(x).map(v -> v * v % (7 + i)).toArray())
                .toArray(double[][]::new);
        Sheet pairs = new Sheet("Pairs", "of seven", "Seed 1.").add(new ScatterMatrix(names, columns, new boolean[41]));
        for (Picture picture : List.of(plots.picture(900), pairs.picture(1070))) {
            NodeList texts = svg(picture.published(as(Size.SLIDE, Palette.COLOUR))
                            .orElseThrow())
                    .getElementsByTagName("text");
            List<Element> upright = IntStream.range(0, texts.getLength())
                    .mapToObj(i -> (Element) texts.item(i))
                    .filter(text -> inherited(text, "transform").isEmpty())
                    .toList();
            assertThat(upright).hasSizeGreaterThan(50);
            for (Element text : upright) {
                assertThat(upright)
                        .filteredOn(other -> other != text && box(other).intersects(box(text)))
                        .extracting(Element::getTextContent)
                        .as("what meets " + text.getTextContent())
                        .isEmpty();
            }
        }
    }

    /** No letter is printed at less than seven points, and none leaves the picture. */
    @ParameterizedTest
    @EnumSource(Size.class)
    void lettersCanBeReadAndStayWithin(Size size) throws Exception {
        int seen = 0;
        for (Map.Entry<String, Picture> entry : pictures().entrySet()) {
            Optional<Picture> figure = entry.getValue().published(as(size, Palette.COLOUR));
            if (figure.isEmpty()) {
                assertThat(size).as(entry.getKey()).isEqualTo(Size.SLIDE);
                continue;
            }
            double scale = size.points / figure.get().width();
            NodeList texts = svg(figure.get()).getElementsByTagName("text");
            for (int i = 0; i < texts.getLength(); i++) {
                Element text = (Element) texts.item(i);
                String said = entry.getKey() + ": " + text.getTextContent();
                float points = Float.parseFloat(inherited(text, "font-size").replace("px", ""));
                assertThat(points * scale).as(said).isGreaterThan(6.99);
                if (inherited(text, "transform").isEmpty()) {
                    Rectangle2D box = box(text);
                    assertThat(box.getMinX()).as(said).isGreaterThan(-0.5);
                    assertThat(box.getMaxX()).as(said).isLessThan(figure.get().width() + 0.5);
                }
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(300);
    }

    @Test
    void sizesAreThoseOfPrintAndSlides() throws Exception {
        Picture picture = batch("stability");
        Picture column = picture.published(as(Size.COLUMN, Palette.COLOUR)).orElseThrow();
        assertThat(png(column).getWidth()).isEqualTo((int) Math.round(88 / 25.4 * 300));
        assertThat(svg(column).getAttribute("width")).isEqualTo("249.45pt");
        Picture slide = picture.published(as(Size.SLIDE, Palette.COLOUR)).orElseThrow();
        BufferedImage shown = png(slide);
        assertThat(List.of(shown.getWidth(), shown.getHeight())).containsExactly(1920, 1080);
        Picture page = picture.published(as(Size.PAGE, Palette.COLOUR)).orElseThrow();
        assertThat(png(page).getWidth()).isEqualTo((int) Math.round(180 / 25.4 * 300));
        try (PDDocument document = Loader.loadPDF(pdf(page))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat((double) document.getPage(0).getMediaBox().getWidth()).isCloseTo(180 * 72 / 25.4, within(0.01));
        }
    }

    @Test
    void theSamePdfHasTheSameBytes() throws IOException {
        Picture figure =
                batch("overview").published(as(Size.PAGE, Palette.GREY)).orElseThrow();
        byte[] once = pdf(figure);
        assertThat(pdf(figure)).isEqualTo(once);
        assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("CreationDate");
        assertThatThrownBy(() -> pdf(batch("overview"))).isInstanceOf(IllegalStateException.class);
    }

    /** What is grey has no hue, but for the neutrals of axes and letters, which are near to grey. */
    @Test
    void greyIsGrey() throws IOException {
        BufferedImage image =
                png(batch("overview").published(as(Size.COLUMN, Palette.GREY)).orElseThrow());
        int most = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color c = new Color(image.getRGB(x, y));
                int high = Math.max(c.getRed(), Math.max(c.getGreen(), c.getBlue()));
                int low = Math.min(c.getRed(), Math.min(c.getGreen(), c.getBlue()));
                most = Math.max(most, high - low);
            }
        }
        assertThat(most).isLessThanOrEqualTo(12);
    }

    /** The first six series by lightness (CIE 1976), and by dash and dot as well. */
    @Test
    void greysOfSeriesAreToldApart() {
        List<Double> light = new ArrayList<>();
        Set<String> dashes = new TreeSet<>();
        Set<String> dots = new TreeSet<>();
        for (int i = 0; i < 6; i++) {
            Ink ink = Theme.series(i);
            double channel = ink.in(Palette.GREY).getRed() / 255.0;
            double linear = channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
            light.add(116 * Math.cbrt(linear) - 16);
            dashes.add(Arrays.toString(Palette.GREY.stroke(ink, Theme.line(2)).getDashArray()));
            dots.add(path(Palette.GREY.dot(ink, 0, 0, 8)));
        }
        List<Double> sorted = light.stream().sorted().toList();
        for (int i = 1; i < 6; i++) {
            assertThat(sorted.get(i) - sorted.get(i - 1)).as("" + sorted).isGreaterThan(5);
        }
        assertThat(dashes).hasSize(6);
        assertThat(dots).hasSize(6);
    }

    private static String path(Shape shape) {
        StringBuilder text = new StringBuilder();
        double[] at = new double[6];
        for (var i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            text.append(i.currentSegment(at))
                    .append(Math.round(at[0]))
                    .append(',')
                    .append(Math.round(at[1]));
        }
        return text.toString();
    }

    @Test
    void captionsNameWhatIsSeen() {
        assertThat(Palette.COLOUR.say("{Blue}: above, {vermillion}: below; {other}."))
                .isEqualTo("Blue: above, orange: below; {other}.");
        assertThat(Palette.GREY.say("{Blue}: above, {vermillion}: below.")).isEqualTo("Dark: above, light: below.");
    }

    @Test
    void chosenOutcomesOnly() throws Exception {
        Publication chosen = as(Size.COLUMN, Palette.COLOUR, "vetoes", "mean_stability");
        Map<String, Picture> figures = new LinkedHashMap<>();
        new BatchPictures(new ArmCharts(BATCH))
                .all()
                .forEach((name, picture) -> picture.published(chosen).ifPresent(figure -> figures.put(name, figure)));
        assertThat(figures.keySet()).containsExactly("distributions", "distribution_mean_stability");
        NodeList texts = svg(figures.get("distributions")).getElementsByTagName("text");
        Set<String> said = new TreeSet<>();
        for (int i = 0; i < texts.getLength(); i++) {
            said.add(texts.item(i).getTextContent());
        }
        assertThat(said).contains("Mean stability", "Vetoes");
        assertThat(Outcome.all().stream()
                        .map(Outcome::label)
                        .filter(said::contains)
                        .collect(Collectors.toList()))
                .hasSize(2);
    }

    @Test
    void aFontThatTheMachineLacksIsRefused() {
        assertThatThrownBy(() -> new Publication(Size.PAGE, "Nonesuch", Palette.COLOUR, Set.of(), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("this machine has no font Nonesuch; it has ");
        String had = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT)[0];
        assertThat(new Publication(Size.PAGE, had.toUpperCase(Locale.ROOT), Palette.COLOUR, Set.of(), false).font())
                .isEqualTo(had);
    }
}
