package org.salesetl.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Writes the answer of a filter that refuses a request: a problem as in RFC 9457. */
final class Refusal {

    private Refusal() {}

    /**
     * @param detail a sentence that contains no text of the request
     */
    static void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(("{\"title\":\"" + status.getReasonPhrase() + "\",\"status\":" + status.value()
                                + ",\"detail\":\"" + detail + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
