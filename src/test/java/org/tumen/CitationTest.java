package org.tumen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** {@code codemeta.json} and {@code CITATION.cff} say of the program what {@code pom.xml} says. */
class CitationTest {
    private static Document pom;
    private static JsonNode codemeta;
    private static JsonNode citation;

    @BeforeAll
    static void read() throws Exception {
        pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File("pom.xml"));
        codemeta = new JsonMapper().readTree(new File("codemeta.json"));
        citation = new YAMLMapper().readTree(new File("CITATION.cff"));
    }

    private static String pom(String path) throws Exception {
        return XPathFactory.newInstance().newXPath().evaluate("/project/" + path, pom);
    }

    @Test
    void theyAgreeOnNameVersionDescriptionAndLicence() throws Exception {
        assertThat(codemeta.path("@context").asText()).isEqualTo("https://doi.org/10.5063/schema/codemeta-2.0");
        assertThat(codemeta.path("@type").asText()).isEqualTo("SoftwareSourceCode");
        for (JsonNode version : List.of(codemeta.path("version"), citation.path("version"))) {
            assertThat(version.asText()).isEqualTo(pom("version"));
        }
        assertThat(List.of(
                        codemeta.path("name").asText(), citation.path("title").asText()))
                .containsOnly(pom("name"));
        assertThat(codemeta.path("description").asText()).isEqualTo(pom("description"));
        assertThat(citation.path("abstract").asText()).isEqualTo(pom("description"));
        assertThat(codemeta.path("license").asText()).endsWith("/" + pom("licenses/license/name"));
        assertThat(citation.path("license").asText()).isEqualTo(pom("licenses/license/name"));
        assertThat(codemeta.path("programmingLanguage").path("version").asText())
                .isEqualTo(pom("properties/maven.compiler.release"));
    }

    @Test
    void theyAgreeOnAuthorsAndKeywords() throws IOException {
        assertThat(texts(codemeta.path("author"), "name")).isEqualTo(texts(citation.path("authors"), "name"));
        assertThat(texts(codemeta.path("keywords"), "")).isEqualTo(texts(citation.path("keywords"), ""));
    }

    private static List<String> texts(JsonNode list, String key) {
        List<String> texts = new ArrayList<>();
        list.forEach(
                node -> texts.add(key.isEmpty() ? node.asText() : node.path(key).asText()));
        return texts;
    }
}
