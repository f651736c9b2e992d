package org.salesetl.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Refuses bodies over a megabyte. Files are put, and read while they arrive: they may have any size. */
final class BodyLimit {

    private static final int MOST_BYTES = 1024 * 1024;

    private BodyLimit() {}

    /**
     * Refuses a body whose length is told beforehand; nothing of it is read. A form has to tell its length: of one that does not, the
     * server would drop the fields beyond its own limit without a word.
     */
    static void declared(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > MOST_BYTES && !isPut(request)) {
            refuse(response, HttpStatus.PAYLOAD_TOO_LARGE);
        } else if (isInChunks(request) && isForm(request)) {
            refuse(response, HttpStatus.LENGTH_REQUIRED);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Counts a body that comes in chunks, and reads no further than allowed. */
    static void counted(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isInChunks(request) || isPut(request)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            refuse(response, HttpStatus.PAYLOAD_TOO_LARGE);
        } else {
            chain.doFilter(new ReadBody((HttpServletRequest) request, body), response);
        }
    }

    private static boolean isInChunks(ServletRequest request) {
        return ((HttpServletRequest) request).getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static boolean isPut(ServletRequest request) {
        return ((HttpServletRequest) request).getMethod().equals("PUT");
    }

    private static boolean isForm(ServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static void refuse(ServletResponse response, HttpStatus status) throws IOException {
        HttpServletResponse http = (HttpServletResponse) response;
        http.setHeader("Connection", "close");
        Refusal.write(
                http,
                status,
                status == HttpStatus.LENGTH_REQUIRED
                        ? "Expected a form that tells its length but found one in chunks."
                        : "Expected a body of at most " + MOST_BYTES + " bytes but found a longer one.");
    }

    /** A request whose body is in memory. */
    private static final class ReadBody extends HttpServletRequestWrapper {

        private final byte[] body;

        ReadBody(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Bytes(body);
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(byte[] body) {
            this.bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("There is nothing to wait for");
        }
    }
}
