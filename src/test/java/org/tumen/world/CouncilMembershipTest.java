package org.tumen.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CouncilMembershipTest {
    static IntStream years() {
        return IntStream.rangeClosed(2006, 2025);
    }

    @ParameterizedTest
    @MethodSource("years")
    void everyYearHasFivePermanentAndTenElectedMembers(int year) {
        List<Member> members = CouncilMembership.of(year).members();
        assertThat(members.stream().filter(Member::permanent).map(Member::iso3))
                .containsExactly("CHN", "FRA", "RUS", "GBR", "USA");
        assertThat(members).hasSize(15).allSatisfy(m -> assertThat(m.ideal()).isBetween(-3.0, 3.0));
    }

    @ParameterizedTest
    @MethodSource("years")
    void electedMembersServeTwoYears(int year) {
        // Elected members leave after two years (Article 23), Italy and the Netherlands having split 2017-2018.
        if (year > 2007) {
            List<String> now = codes(year);
            List<String> before = codes(year - 1);
            List<String> earlier = codes(year - 2);
            assertThat(now.stream().filter(c -> before.contains(c) && earlier.contains(c)))
                    .containsExactly("CHN", "FRA", "RUS", "GBR", "USA");
        }
    }

    @Test
    void namesTheMembersOf2023() {
        assertThat(codes(2023))
                .containsExactlyInAnyOrder(
                        "CHN", "FRA", "RUS", "GBR", "USA", "ALB", "ARE", "BRA", "CHE", "ECU", "GAB", "GHA", "JPN",
                        "MLT", "MOZ");
    }

    private static List<String> codes(int year) {
        return CouncilMembership.of(year).members().stream().map(Member::iso3).toList();
    }
}
