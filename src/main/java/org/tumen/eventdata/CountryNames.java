package org.tumen.eventdata;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * ISO 3166-1 alpha-3 codes of the English country names in ICEWS: those of the Java library's locale data, and the names
 * that differ there.
 */
final class CountryNames {
    private static final Map<String, String> CODES = codes();

    private CountryNames() {}

    /** The code of a name, or the name itself where no code is known. */
    static String iso3(String name) {
        return CODES.getOrDefault(name, name);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String iso2 : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(iso2).build();
            codes.put(country.getDisplayCountry(Locale.ENGLISH), country.getISO3Country());
        }
        codes.put("Russian Federation", "RUS");
        codes.put("Czech Republic", "CZE");
        codes.put("Myanmar", "MMR");
        codes.put("Democratic Republic of Congo", "COD");
        codes.put("Cote d'Ivoire", "CIV");
        return Map.copyOf(codes);
    }
}
