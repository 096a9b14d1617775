package org.tumen.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tumen.policy.rules.Vocabulary;
import org.tumen.world.Role;

class PoliciesPageTest {
    @ParameterizedTest
    @EnumSource(Role.class)
    void namesWhatEachRoleSees(Role role) throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/policies.md"));
        assertThat(Vocabulary.names(role))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }
}
