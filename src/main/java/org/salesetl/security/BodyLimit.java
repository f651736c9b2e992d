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
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Refuses bodies over a megabyte. Files are put, and read while they arrive: they may have any size. */
final class BodyLimit {

    private static final int MOST_BYTES = 1024 * 1024;

    private BodyLimit() {}

    /** Refuses a body whose length is told beforehand; nothing of it is read. */
    static void declared(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > MOST_BYTES && !isPut(request)) {
            refuse(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Counts a body that comes in chunks, and reads no further than allowed. Forms are counted by the server itself. */
    static void counted(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (http.getHeader("Transfer-Encoding") == null || isPut(request) || isForm(request)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            refuse(response);
        } else {
            chain.doFilter(new ReadBody(http, body), response);
        }
    }

    private static boolean isPut(ServletRequest request) {
        return ((HttpServletRequest) request).getMethod().equals("PUT");
    }

    private static boolean isForm(ServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static void refuse(ServletResponse response) throws IOException {
        HttpServletResponse http = (HttpServletResponse) response;
        http.setHeader("Connection", "close");
        Refusal.write(
                http,
                HttpStatus.PAYLOAD_TOO_LARGE,
                "Expected a body of at most " + MOST_BYTES + " bytes but found a longer one.");
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
