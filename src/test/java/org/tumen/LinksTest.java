package org.tumen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link within README and pages leads to a file that is there, and to a heading where it names one. */
class LinksTest {
    private static final Path SITE = Path.of("src/site/markdown");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern HEADING = Pattern.compile("#+ (.*)");

    private record Link(Path page, int line, String to) {}

    private static List<Link> links() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("results/README.md")));
        try (Stream<Path> site = Files.list(SITE)) {
            site.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        List<Link> links = new ArrayList<>();
        for (Path page : pages) {
            List<String> lines = Files.readAllLines(page);
            for (int i = 0; i < lines.size(); i++) {
                Matcher link = LINK.matcher(
                        lines.get(i).startsWith("    ")
                                ? ""
                                : CODE.matcher(lines.get(i)).replaceAll("code"));
                while (link.find()) {
                    if (!link.group(1).matches("[a-z]+:.*")) {
                        links.add(new Link(page, i + 1, link.group(1)));
                    }
                }
            }
        }
        return links;
    }

    /** The file that a link leads to; pages of the site link to what they become, and to nothing outside of it. */
    private static Path file(Link link) {
        String path = link.to.replaceAll("#.*", "");
        if (path.isEmpty()) {
            return link.page;
        }
        if (!link.page.startsWith(SITE)) {
            return link.page.resolveSibling(path).normalize();
        }
        Path page = SITE.resolve(path.replaceAll("\\.html$", ".md"));
        return path.endsWith(".html") ? page : SITE.resolveSibling("resources").resolve(path);
    }

    /** The names of headings: as the site has them, or as GitHub makes them, which shows the README. */
    private static List<String> anchors(Path page, boolean site) throws IOException {
        return Files.readAllLines(page).stream()
                .map(HEADING::matcher)
                .filter(Matcher::matches)
                .map(heading -> heading.group(1).replaceAll("[^\\p{L}\\p{N} _-]", ""))
                .map(words -> site
                        ? words.replace(' ', '_')
                        : words.toLowerCase(Locale.ROOT).replace(' ', '-'))
                .toList();
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<Link> links = links();
        assertThat(links).hasSizeGreaterThan(30);
        for (Link link : links) {
            assertThat(file(link)).as("" + link).exists();
            int anchor = link.to.indexOf('#');
            if (anchor >= 0) {
                assertThat(anchors(file(link), link.page.startsWith(SITE)))
                        .as("" + link)
                        .contains(link.to.substring(anchor + 1));
            }
        }
    }
}
