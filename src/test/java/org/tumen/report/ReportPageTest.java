package org.tumen.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.analysis.BatchData;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.RunListener;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.store.ResultReader;
import org.tumen.study.StudySession;
import org.tumen.study.batch.BatchFindings;
import org.tumen.words.Numbers;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The structure of a report, without a browser. */
class ReportPageTest {
    private static final String HOSTILE =
            "</script><script>alert(1)</script><!-- {{data}} {{script}} \" ' & <img src=x onerror=alert(2)>\u0007";
    private static final Pattern SCRIPT = Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("<style>.*?</style>", Pattern.DOTALL);

    @TempDir
    static Path folder;

    private static String one;
    private static BatchData described;

    @BeforeAll
    static void makeReports() throws Exception {
        StoredResults.make(folder.resolve("one"), 40, Map.of("hostile", tree -> tree.put("description", HOSTILE)));
        described = BatchFindings.write(
                        folder.resolve("one"),
                        false,
                        StudySession.quiet(ExecutionSettings.standard(), new Cancellation(), RunListener.NONE))
                .data();
        one = Files.readString(folder.resolve("one").resolve(ReportPage.FILE));
    }

    /** The page without the contents of scripts and style, which are not XML. */
    private static Document parse(String page) throws Exception {
        String bare = STYLE.matcher(SCRIPT.matcher(page).replaceAll("<script$1></script>"))
                .replaceAll("<style></style>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(bare)));
    }

    private static List<Element> elements(Document document, String tag) {
        NodeList found = document.getElementsByTagName(tag);
        List<Element> list = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            list.add((Element) found.item(i));
        }
        return list;
    }

    @Test
    void isWellFormedWithUniqueIdsAndLinksThatLeadSomewhere() throws Exception {
        for (String page : List.of(one)) {
            Document document = parse(page);
            Set<String> ids = new HashSet<>();
            for (Element element : elements(document, "*")) {
                if (element.hasAttribute("id")) {
                    assertThat(ids.add(element.getAttribute("id")))
                            .as(element.getAttribute("id"))
                            .isTrue();
                }
            }
            for (Element link : elements(document, "a")) {
                assertThat(ids).contains(link.getAttribute("href").substring(1));
            }
            for (Element labelled : elements(document, "section")) {
                assertThat(ids).contains(labelled.getAttribute("aria-labelledby"));
            }
        }
    }

    @Test
    void canBeReadWithoutSeeing() throws Exception {
        for (String page : List.of(one)) {
            Document document = parse(page);
            assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("en");
            for (String landmark : List.of("header", "nav", "main", "footer", "h1", "title")) {
                assertThat(elements(document, landmark)).as(landmark).hasSize(1);
            }
            for (Element table : elements(document, "table")) {
                assertThat(table.getElementsByTagName("caption").getLength()).isOne();
                assertThat(table.getElementsByTagName("th").getLength()).isPositive();
            }
            List<Element> figures = elements(document, "figure");
            assertThat(figures).hasSizeGreaterThanOrEqualTo(6);
            for (Element figure : figures) {
                Element picture = (Element) figure.getElementsByTagName("div").item(0);
                assertThat(picture.getAttribute("role")).isEqualTo("img");
                String label = picture.getAttribute("aria-label");
                String labelledBy = picture.getAttribute("aria-labelledby");
                assertThat(label.isEmpty() ? one.contains("id=\"" + labelledBy + "\"") : label.length() > 20)
                        .as(label + labelledBy)
                        .isTrue();
                assertThat(figure.getElementsByTagName("figcaption").getLength())
                        .isOne();
                assertThat(figure.getElementsByTagName("details").getLength()).isOne();
            }
        }
    }

    @Test
    void whatAScenarioSaysStaysText() throws Exception {
        Document document = parse(one);
        assertThat(elements(document, "script")).hasSize(3);
        assertThat(elements(document, "img")).isEmpty();
        String question = elements(document, "p").stream()
                .filter(p -> p.getAttribute("class").equals("question"))
                .map(Element::getTextContent)
                .filter(text -> text.contains("alert"))
                .findFirst()
                .orElseThrow();
        assertThat(question).isEqualTo(HOSTILE.replace('\u0007', '\uFFFD'));
        assertThat(SCRIPT.matcher(one).results().count()).isEqualTo(3);
        assertThat(one).doesNotContain("<!-- {{");
    }

    @Test
    void asksNoNetworkForAnything() throws Exception {
        for (String page : List.of(one)) {
            for (Element element : elements(parse(page), "*")) {
                for (String attribute : List.of("src", "href", "action", "data", "poster", "srcset", "xlink:href")) {
                    String value = element.getAttribute(attribute);
                    assertThat(value.isEmpty() || value.startsWith("#"))
                            .as(element.getTagName() + " " + attribute + "=" + value)
                            .isTrue();
                }
            }
            assertThat(STYLE.matcher(page).results().findFirst().orElseThrow().group())
                    .doesNotContain("url(")
                    .doesNotContain("@import");
            Set<String> addresses = new HashSet<>();
            Matcher address = Pattern.compile("https?://[^\"'\\s)>,]+").matcher(page);
            while (address.find()) {
                addresses.add(address.group());
            }
            // Names of XML vocabularies and the licences that the chart library carries; nothing is loaded from them.
            assertThat(addresses)
                    .allMatch(a -> a.startsWith("http://www.w3.org/")
                            || a.startsWith("http://www.apache.org/licenses/")
                            || a.equals("https://github.com/ecomfe/zrender/blob/master/LICENSE.txt"));
        }
    }

    @Test
    void thePolicyNamesTheDigestOfEveryScriptAndForbidsAllElse() throws Exception {
        String policy = elements(parse(one), "meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .map(meta -> meta.getAttribute("content"))
                .findFirst()
                .orElseThrow();
        assertThat(policy).startsWith("default-src 'none';").doesNotContain("'unsafe-eval'");
        assertThat(policy.replaceAll(".*script-src([^;]*);.*", "$1")).doesNotContain("unsafe-inline");
        int scripts = 0;
        Matcher script = SCRIPT.matcher(one);
        while (script.find()) {
            if (script.group(1).isEmpty()) {
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest(script.group(2).getBytes(StandardCharsets.UTF_8));
                assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
                scripts++;
            }
        }
        assertThat(scripts).isEqualTo(2);
    }

    @Test
    void theDataAreThoseOfTheBatch() throws Exception {
        Matcher data = Pattern.compile("<script type=\"application/json\"[^>]*>(.*?)</script>", Pattern.DOTALL)
                .matcher(one);
        assertThat(data.find()).isTrue();
        Map<String, JsonNode> charts = new LinkedHashMap<>();
        new JsonMapper()
                .readTree(data.group(1))
                .path("sections")
                .findValues("charts")
                .forEach(all ->
                        all.forEach(chart -> charts.put(chart.path("name").asText(), chart)));
        JsonNode tension = charts.get("tension").path("series");
        assertThat(tension.findValuesAsText("name"))
                .containsExactly(
                        "90 % of runs",
                        "50 % of runs", "single run", "single run", "single run", "single run", "single run", "median");
        assertThat(tension.path(7).path("y")).hasSize(156);
        for (Outcome outcome : Outcome.all()) {
            if (outcome.kind() == Kind.FLAG) {
                continue;
            }
            double shown = 0;
            for (JsonNode share : charts.get("distribution_" + outcome.key())
                    .path("series")
                    .path(0)
                    .path("y")) {
                shown += share.asDouble();
            }
            double censored = described.outcome(outcome).summary().censoredShare();
            assertThat(shown + 100 * (Double.isNaN(censored) ? 0 : censored))
                    .as(outcome.key())
                    .isCloseTo(100, Offset.offset(1e-2));
        }
    }

    @Test
    void answerAndTableSayWhatTheSummarySays() throws Exception {
        Document document = parse(one);
        double crisis = described.outcome(Outcome.ANY_CRISIS).summary().mean();
        // A line ends nowhere between a number and its percent sign.
        assertThat(one)
                .contains(("A crisis breaks out in " + Numbers.percent(crisis) + " of runs (95 % interval")
                        .replace(" %", "\u00a0%"));
        Element row = elements(document, "tr").stream()
                .filter(tr -> tr.getTextContent().startsWith("Launches"))
                .findFirst()
                .orElseThrow();
        double mean =
                Double.parseDouble(((Element) row.getElementsByTagName("td").item(0)).getAttribute("data-value"));
        assertThat(mean).isCloseTo(described.outcome(Outcome.LAUNCHES).summary().mean(), Offset.offset(1e-9));
    }

    @Test
    void saysHowToReproduce() throws Exception {
        try (ResultReader reader = ResultReader.open(folder.resolve("one"))) {
            assertThat(one)
                    .contains(reader.digest().hex())
                    .contains("tumen batch it.yaml")
                    .contains("tumen batch scenario.json --seed 7 --runs 40");
        }
    }

    @Test
    void isSmallEnoughToSend() {
        assertThat(one.getBytes(StandardCharsets.UTF_8).length).isLessThan(2_000_000);
    }
}
