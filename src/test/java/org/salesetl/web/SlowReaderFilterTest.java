package org.salesetl.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SlowReaderFilterTest {

    private static final int KIB = 1024;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final SlowReaderFilter filter = new SlowReaderFilter(PATIENCE);
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

    @Test
    void cutsOffAClientThatReadsTooSlowly() {
        Reader reader = new Reader(16);

        assertThatThrownBy(() -> filter.doFilter(request, reader, writes(1000 * KIB)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("less than 16 KiB a second");
        assertThat(reader.taken.size()).isLessThan(64 * KIB);
    }

    @Test
    void sendsTheWholeAnswerToAFasterClient() throws Exception {
        Reader reader = new Reader(1000 * KIB);

        filter.doFilter(request, reader, writes(1000 * KIB));

        assertThat(reader.taken.size()).isEqualTo(1000 * KIB);
    }

    @Test
    void doesNotCountTheTimeThatTheServiceNeedsForAnAnswer() throws Exception {
        Reader reader = new Reader(1000 * KIB);

        filter.doFilter(request, reader, (ignored, response) -> {
            for (int i = 0; i < 10; i++) {
                response.getOutputStream().write(new byte[100]);
                pause(PATIENCE.toMillis() / 5);
            }
        });

        assertThat(reader.taken.size()).isEqualTo(1000);
    }

    @Test
    void writesTextInItsEncoding() throws Exception {
        Reader reader = new Reader(1000 * KIB);
        reader.setCharacterEncoding("UTF-8");

        filter.doFilter(request, reader, (ignored, response) -> {
            response.getWriter().print("Zürich");
            response.flushBuffer();
        });

        assertThat(reader.taken.toString("UTF-8")).isEqualTo("Zürich");
    }

    private static FilterChain writes(int bytes) {
        return (ignored, response) -> response.getOutputStream().write(new byte[bytes]);
    }

    private static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** A client that reads a fixed number of bytes per second. */
    private static final class Reader extends MockHttpServletResponse {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final int bytesPerSecond;

        Reader(int bytesPerSecond) {
            this.bytesPerSecond = bytesPerSecond;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public void write(int one) {
                    taken.write(one);
                }

                @Override
                public void write(byte[] source, int offset, int length) throws IOException {
                    pause(Math.min(600, length * 1000L / bytesPerSecond));
                    taken.write(source, offset, length);
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
