package org.tumen.study.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tumen.study.StudyKinds;

/** The page of study files is made of the declarations; {@code -Dtumen.golden=refresh} makes it again. */
class StudyPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/studies.md");

    @Test
    void thePageIsMadeOfTheDeclarations() throws IOException {
        String made = StudyPage.markdown(StudyKinds.all());
        if ("refresh".equals(System.getProperty("tumen.golden"))) {
            Files.writeString(PAGE, made);
        }
        assertThat(made).isEqualTo(Files.readString(PAGE));
    }
}
