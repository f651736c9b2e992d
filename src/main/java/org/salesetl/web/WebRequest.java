package org.salesetl.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A request as routes and beans see it. Nothing of it becomes a message header, so no client can set an option of a component.
 *
 * <p>A parameter with an empty value is absent, as forms send it for a field that was left empty.
 *
 * @param path the path, decoded
 * @param parameters query and form parameters
 * @param csrfToken what a form has to send along; null where there is none
 * @param user who has signed in; null if nobody has
 */
public record WebRequest(
        String path,
        Map<String, List<String>> parameters,
        @Nullable String csrfToken,
        @Nullable String user) {

    static WebRequest of(HttpServletRequest request) {
        Map<String, List<String>> parameters = new HashMap<>();
        request.getParameterMap()
                .forEach((name, values) -> parameters.put(
                        name,
                        Arrays.stream(values)
                                .filter(Objects::nonNull)
                                .filter(value -> !value.isEmpty())
                                .toList()));
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new WebRequest(
                URLDecoder.decode(request.getRequestURI(), StandardCharsets.UTF_8),
                Map.copyOf(parameters),
                token == null ? null : token.getToken(),
                request.getRemoteUser());
    }

    /** What follows the last slash of the path. */
    public String lastSegment() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** All values of a parameter. */
    public List<String> all(String parameter) {
        return parameters.getOrDefault(parameter, List.of());
    }

    /**
     * The value of a parameter; null if it is absent.
     *
     * @throws BadRequestException if there are several
     */
    public @Nullable String one(String parameter) {
        List<String> values = all(parameter);
        if (values.size() > 1) {
            throw new BadRequestException(parameter, "one value", values.size() + " values");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /**
     * The value of a parameter, which must be one of a few.
     *
     * @throws BadRequestException if it is another
     */
    public @Nullable String oneOf(String parameter, List<String> accepted) {
        String value = one(parameter);
        if (value != null && !accepted.contains(value)) {
            throw new BadRequestException(parameter, "one of " + String.join(", ", accepted), value);
        }
        return value;
    }

    /**
     * A whole number.
     *
     * @throws BadRequestException if it is none, or out of bounds
     */
    public int number(String parameter, int absent, int least, int most) {
        String value = one(parameter);
        if (value == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with what is accepted
        }
        throw new BadRequestException(parameter, "a whole number from " + least + " to " + most, value);
    }

    /**
     * A date such as {@code 2025-01-31}; null if the parameter is absent.
     *
     * @throws BadRequestException if it is none
     */
    public @Nullable LocalDate date(String parameter) {
        String value = one(parameter);
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new BadRequestException(parameter, "a date such as 2025-01-31", value);
        }
    }
}
