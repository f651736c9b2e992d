package org.salesetl.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Cuts off clients that read their answer so slowly that they block the thread that sends it. The server itself gives up a client that
 * reads nothing for ten seconds. This filter is for clients that read a little. If an answer breaks off for any reason, one line in the
 * log says so.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SlowReaderFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(SlowReaderFilter.class);

    private static final int LEAST_KIB_PER_SECOND = 16;
    private static final int KIB = 1024;
    private static final int PIECE = 8 * KIB;
    private static final long MOST_NANOS_INTO_A_BUFFER = 1_000_000;
    private static final long MILLIS_PER_SECOND = 1_000;

    private final Duration patience;

    @Autowired
    SlowReaderFilter() {
        this(Duration.ofSeconds(30));
    }

    /**
     * @param patience how long a thread may wait for a client before the rate of the client is checked
     */
    SlowReaderFilter(Duration patience) {
        this.patience = patience;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Answer(request.getRequestURI(), response, patience));
    }

    private static final class Answer extends HttpServletResponseWrapper {

        private final String path;
        private final Duration patience;
        private @Nullable ServletOutputStream stream;
        private @Nullable PrintWriter writer;

        Answer(String path, HttpServletResponse response, Duration patience) {
            super(response);
            this.path = path;
            this.patience = patience;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            ServletOutputStream timed = stream;
            if (timed == null) {
                timed = new TimedStream(path, super.getOutputStream(), patience);
                stream = timed;
            }
            return timed;
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            PrintWriter text = writer;
            if (text == null) {
                text = new PrintWriter(new OutputStreamWriter(getOutputStream(), getCharacterEncoding()));
                writer = text;
            }
            return text;
        }

        @Override
        public void flushBuffer() throws IOException {
            if (writer != null) {
                writer.flush();
            }
            super.flushBuffer();
        }
    }

    /** Measures how fast the client reads. Bytes that go into a buffer at once do not count. */
    private static final class TimedStream extends ServletOutputStream {

        private final String path;
        private final ServletOutputStream answer;
        private final Duration patience;
        private long nanos;
        private long bytes;
        private boolean broken;

        TimedStream(String path, ServletOutputStream answer, Duration patience) {
            this.path = path;
            this.answer = answer;
            this.patience = patience;
        }

        @Override
        public void write(int one) throws IOException {
            answer.write(one);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            try {
                for (int done = 0; done < length; done += PIECE) {
                    int piece = Math.min(PIECE, length - done);
                    long since = System.nanoTime();
                    answer.write(source, offset + done, piece);
                    count(System.nanoTime() - since, piece);
                }
            } catch (IOException e) {
                if (!broken) {
                    broken = true;
                    log.info(
                            "{}: the answer broke off ({})",
                            path,
                            NestedExceptionUtils.getMostSpecificCause(e).getMessage());
                }
                throw e;
            }
        }

        private void count(long taken, int piece) throws IOException {
            if (taken < MOST_NANOS_INTO_A_BUFFER) {
                return;
            }
            nanos += taken;
            bytes += piece;
            if (nanos < patience.toNanos()) {
                return;
            }
            long least = Duration.ofNanos(nanos).toMillis() * LEAST_KIB_PER_SECOND * KIB / MILLIS_PER_SECOND;
            if (bytes < least) {
                throw new IOException(
                        "The reader takes less than " + LEAST_KIB_PER_SECOND + " KiB a second, and is cut off");
            }
            nanos = 0;
            bytes = 0;
        }

        @Override
        public void flush() throws IOException {
            answer.flush();
        }

        @Override
        public void close() throws IOException {
            answer.close();
        }

        @Override
        public boolean isReady() {
            return answer.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            answer.setWriteListener(listener);
        }
    }
}
