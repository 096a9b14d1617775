package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

class IntakeTest {
    /** Jetty does so with the buffer of a malformed request; another request may have come between. */
    @Test
    void aBufferThatIsGivenBackTwiceIsNotHadByTwo() {
        HttpConfiguration http = new HttpConfiguration();
        ByteBufferPool buffers =
                Intake.connector(new Server(), http, "127.0.0.1", 0).getByteBufferPool();
        RetainableByteBuffer malformed = buffers.acquire(http.getInputBufferSize(), false);
        malformed.release();
        RetainableByteBuffer next = buffers.acquire(http.getInputBufferSize(), false);
        assertThatIllegalStateException().isThrownBy(malformed::release);
        RetainableByteBuffer third = buffers.acquire(http.getInputBufferSize(), false);
        assertThat(third.getByteBuffer().array())
                .isNotSameAs(next.getByteBuffer().array());
    }
}
