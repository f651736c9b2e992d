package org.salesetl.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/** The headers of all answers, which tell browsers what no page of this service does. */
final class AnswerHeaders {

    /**
     * Pages load only what this service serves. The console does not get this policy, since it has scripts and styles of its own.
     */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final String PERMISSIONS_POLICY =
            "accelerometer=(), browsing-topics=(), camera=(), display-capture=(),"
                    + " geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    private AnswerHeaders() {}

    /** Writes the headers before anything else sees the request, so that an answer that refuses the request has them too. */
    static HeaderWriterFilter filter() {
        List<HeaderWriter> writers = List.of(
                new XContentTypeOptionsHeaderWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
                new StaticHeadersWriter("Permissions-Policy", PERMISSIONS_POLICY),
                AnswerHeaders::writeContentSecurityPolicy);
        HeaderWriterFilter filter = new HeaderWriterFilter(writers);
        filter.setShouldWriteHeadersEagerly(true);
        return filter;
    }

    private static void writeContentSecurityPolicy(HttpServletRequest request, HttpServletResponse response) {
        // the path as it came: nobody has checked yet whether it is a path at all
        if (!(request.getRequestURI() + "/").startsWith("/hawtio/")) {
            response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        }
    }
}
