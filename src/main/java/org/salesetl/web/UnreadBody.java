package org.salesetl.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Objects;
import org.springframework.web.util.WebUtils;

/**
 * A request whose body is left to the route that takes it. Else it is copied to disk before the route begins, and the copy
 * stays there when the request breaks off.
 */
final class UnreadBody extends HttpServletRequestWrapper {

    private UnreadBody(HttpServletRequest request) {
        super(request);
    }

    /** The request, wrapped into one of these if something is put. */
    static HttpServletRequest ifPut(HttpServletRequest request) {
        return request.getMethod().equals("PUT") ? new UnreadBody(request) : request;
    }

    /** The body of a request that has been wrapped into one of these. */
    static InputStream of(HttpServletRequest request) throws IOException {
        UnreadBody unread = WebUtils.getNativeRequest(request, UnreadBody.class);
        return Objects.requireNonNull(unread, "a request whose body has been read")
                .getRequest()
                .getInputStream();
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Nothing();
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(Reader.nullReader());
    }

    /** What whoever else asks for the body is given. */
    private static final class Nothing extends ServletInputStream {

        @Override
        public int read() {
            return -1;
        }

        @Override
        public boolean isFinished() {
            return true;
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
