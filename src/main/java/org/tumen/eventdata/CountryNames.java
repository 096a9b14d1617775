package org.tumen.eventdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tumen.words.Resources;

/**
 * ISO 3166-1 alpha-3 codes of English country names, by the program's own table ({@code countries.csv}: the short names of the
 * standard, and names that event data and their users write too), so that no version of Java changes what is counted. Kosovo
 * has no code of the standard and stands as XKX.
 */
final class CountryNames {
    private static final Map<String, String> CODES = codes();

    private CountryNames() {}

    /**
     * The code of a name in any spelling of capitals, accents, hyphens, "&amp;", common abbreviations and a leading or following
     * "the", also with its main word first ("Iran, Islamic Republic of"), or of a code itself; empty where none is known.
     */
    static Optional<String> iso3(String name) {
        String plain = plain(name);
        String code = CODES.get(plain);
        if (code == null && plain.indexOf(", ") > 0) {
            int comma = plain.indexOf(", ");
            code = CODES.get(plain(plain.substring(comma + 2) + " " + plain.substring(0, comma)));
        }
        return Optional.ofNullable(code != null ? code : CODES.containsValue(name.strip()) ? name.strip() : null);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(Resources.text(CountryNames.class, "countries.csv"), format)) {
            for (CSVRecord row : rows) {
                String other = codes.put(plain(row.get("name")), row.get("code"));
                if (other != null && !other.equals(row.get("code"))) {
                    throw new IllegalStateException(
                            row.get("name") + " has the codes " + other + " and " + row.get("code"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table of countries", e);
        }
        return Map.copyOf(codes);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("&", "and")
                .replace("\u2019", "'")
                .replace('-', ' ')
                .replaceAll("\\bdem\\.", "democratic")
                .replaceAll("\\brep\\.", "republic")
                .replaceAll("\\bfed\\.", "federation")
                .replaceAll("\\bst\\.?(?= )", "saint")
                .replaceAll("(?<![.a-z])n\\.", "north ")
                .replaceAll("(?<![.a-z])s\\.", "south ")
                .replaceFirst(" \\(the\\)$", "")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceFirst("^the ", "");
    }
}
