package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
    @TempDir
    private Path folder;

    /** A page without scenarios would come up and have nothing to show. */
    @Test
    void aFolderOfScenariosThatIsNotThereIsRefused() throws Exception {
        Path none = folder.resolve("none");
        Program.Ending ending = InProcess.run("serve", "--port", "0", "--scenarios", none.toString());
        assertThat(ending.status()).isEqualTo(Main.BAD_INPUT);
        assertThat(ending.err()).contains("there is no folder " + none, "--scenarios DIR");
        assertThat(ending.out()).isEmpty();
    }
}
