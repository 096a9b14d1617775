package org.tumen.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessDeathTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    kill -9 $$ | was ended by signal 9 (KILL: somebody or the system killed it, as the system does when memory is short)
                    kill -11 $$ | was ended by signal 11 (SEGV: it crashed)
                    kill -6 $$ | was ended by signal 6 (ABRT: it gave up, mostly as the system gave it no more memory)
                    kill -12 $$ | was ended by signal 12
                    exit 3 | ended with status 3
                    echo 'java: libz.so.1: cannot open' >&2; exit 127 | ended with status 127; it said: java: libz.so.1: cannot open
                    yes no >&2 & read -t 0.2 none; kill $!; exit 1 | ended with status 1; it said: no; no
                    """)
    void isToldByItsCause(String script, String told) throws Exception {
        Process process = new ProcessBuilder("bash", "-c", script).start();
        assertThat(new ProcessDeath(process).told()).isEqualTo(told);
    }
}
