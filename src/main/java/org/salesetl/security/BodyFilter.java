package org.salesetl.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of a request before anything else happens with the request: at most a megabyte, within half a minute, and only
 * so many bodies at a time. So slow senders hold only a few threads of the server. The bodies of PUT requests are files, which
 * are read while they arrive.
 */
final class BodyFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(BodyFilter.class);

    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_AT_ONCE = 50;
    private static final int PIECE = 8 * 1024;

    private final Semaphore permits = new Semaphore(MOST_AT_ONCE);
    private final Duration patience;

    BodyFilter() {
        this(Duration.ofSeconds(30));
    }

    /**
     * @param patience how long a body may take
     */
    BodyFilter(Duration patience) {
        this.patience = patience;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean hasBody =
                request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        return request.getMethod().equals("PUT") || (!hasBody && !isMultipart(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            refuseLong(response);
            return;
        }
        if (isMultipart(request)) {
            refuse(
                    response,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Expected JSON or a form without files but found parts. Files are sent by PUT to /api/uploads.");
            return;
        }
        if (!permits.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            refuse(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Expected at most " + MOST_AT_ONCE
                            + " requests with a body at once but found one more: try again in a moment.");
            return;
        }
        byte[] body;
        try {
            body = read(request.getInputStream());
        } catch (ClientAbortException e) {
            log.info("{}: the connection broke off, and nothing was taken", request.getRequestURI());
            return;
        } catch (TooSlowException | SocketTimeoutException e) {
            refuse(
                    response,
                    HttpStatus.REQUEST_TIMEOUT,
                    "Expected the body within " + patience.toSeconds() + " seconds but found a slower one.");
            return;
        } finally {
            permits.release();
        }
        if (body == null) {
            refuseLong(response);
        } else {
            chain.doFilter(isForm(request) ? new ReadForm(request, body) : new ReadBody(request, body), response);
        }
    }

    /** The whole body; null if it is too long. */
    private byte @Nullable [] read(InputStream stream) throws IOException, TooSlowException {
        long until = System.nanoTime() + patience.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
            body.write(piece, 0, read);
            if (body.size() > MOST_BYTES) {
                return null;
            }
            if (System.nanoTime() > until) {
                throw new TooSlowException();
            }
        }
        return body.toByteArray();
    }

    private static boolean isForm(HttpServletRequest request) {
        return isOf(request, MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return isOf(request, "multipart/");
    }

    private static boolean isOf(HttpServletRequest request, String beginning) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).strip().startsWith(beginning);
    }

    private static void refuseLong(HttpServletResponse response) throws IOException {
        refuse(
                response,
                HttpStatus.PAYLOAD_TOO_LARGE,
                "Expected a body of at most " + MOST_BYTES + " bytes but found a longer one.");
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        Refusal.write(response, status, detail);
    }

    /** The body takes too long. */
    private static final class TooSlowException extends Exception {}
}
