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
 * A request that hides its body from the framework, so that only the route reads the body. Otherwise the framework would copy the body to
 * disk before the route begins, and the copy would stay there if the request breaks off.
 */
final class UnreadBody extends HttpServletRequestWrapper {

    private UnreadBody(HttpServletRequest request) {
        super(request);
    }

    /** The request, with a hidden body if its method is PUT. */
    static HttpServletRequest ifPut(HttpServletRequest request) {
        return request.getMethod().equals("PUT") ? new UnreadBody(request) : request;
    }

    /** The hidden body of a request. */
    static InputStream of(HttpServletRequest request) throws IOException {
        UnreadBody unread = WebUtils.getNativeRequest(request, UnreadBody.class);
        return Objects.requireNonNull(unread, "The body of this request is not hidden")
                .getRequest()
                .getInputStream();
    }

    @Override
    public ServletInputStream getInputStream() {
        return new EmptyStream();
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(Reader.nullReader());
    }

    /** The empty stream that the framework gets instead of the body. */
    private static final class EmptyStream extends ServletInputStream {

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
