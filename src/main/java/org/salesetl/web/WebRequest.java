package org.salesetl.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.salesetl.vocabulary.Role;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.util.UriUtils;

/**
 * A request as routes and beans see it. No part of the request becomes a header of a Camel message, so no client can set an option of a
 * component.
 *
 * <p>A parameter with an empty value counts as absent, because forms send an empty value for an empty field.
 *
 * @param path the decoded path
 * @param parameters the parameters of the query and the form
 * @param csrfToken the token that a form has to send; null if there is none
 * @param caller who sends the request
 * @param known the entity tags of the copies that the client has
 * @param accepted what the client says that it accepts; empty if it says nothing
 * @param languages the languages that the client accepts, as in the header {@code Accept-Language}; empty if it says nothing
 */
public record WebRequest(
        String path,
        Map<String, List<String>> parameters,
        @Nullable String csrfToken,
        Caller caller,
        List<ETag> known,
        String accepted,
        String languages) {

    private static final int LAST_YEAR = 9999;

    /** A request that does not come from a client. */
    public WebRequest(String path, Map<String, List<String>> parameters) {
        this(path, parameters, null, Caller.STRANGER, List.of(), "", "");
    }

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
                URLDecoder.decode(request.getRequestURI(), UTF_8),
                Map.copyOf(parameters),
                token == null ? null : token.getToken(),
                Caller.of(request),
                ETag.parse(String.join(",", Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)))),
                String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT))),
                String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    /** The user who has signed in; null if nobody has signed in. */
    public @Nullable String user() {
        return caller.user();
    }

    /** Whether pages offer what an operator may do. */
    public boolean mayOperate() {
        return caller.may(Role.OPERATOR);
    }

    /** Whether pages offer what only an admin may do. */
    public boolean mayAdminister() {
        return caller.may(Role.ADMIN);
    }

    /** The part of the path after the last slash. */
    public String lastSegment() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The same request with this single value of the parameter; without the parameter if the value is null. */
    public WebRequest with(String parameter, @Nullable Object value) {
        Map<String, List<String>> changed = new HashMap<>(parameters);
        if (value == null) {
            changed.remove(parameter);
        } else {
            changed.put(parameter, List.of(value.toString()));
        }
        return new WebRequest(path, Map.copyOf(changed), csrfToken, caller, known, accepted, languages);
    }

    /** The same request with these values of a parameter that may have several. */
    public WebRequest withAll(String parameter, List<String> values) {
        Map<String, List<String>> changed = new HashMap<>(parameters);
        changed.put(parameter, List.copyOf(values));
        return new WebRequest(path, Map.copyOf(changed), csrfToken, caller, known, accepted, languages);
    }

    /** The same request for another page. */
    public WebRequest at(String otherPath) {
        return new WebRequest(otherPath, parameters, csrfToken, caller, known, accepted, languages);
    }

    /** The same request without this value of a parameter that may have several. */
    public WebRequest without(String parameter, String value) {
        return withAll(
                parameter,
                all(parameter).stream().filter(other -> !other.equals(value)).toList());
    }

    /** The parameters as a query string without the question mark, in the order of their names. */
    public String query() {
        StringJoiner query = new StringJoiner("&");
        new TreeMap<>(parameters)
                .forEach((name, values) -> values.forEach(
                        value -> query.add(UriUtils.encode(name, UTF_8) + "=" + UriUtils.encode(value, UTF_8))));
        return query.toString();
    }

    /** The encoded path and query, a link to the same page. */
    public String url() {
        String query = query();
        return UriUtils.encodePath(path, UTF_8) + (query.isEmpty() ? "" : "?" + query);
    }

    /** Whether the client has a copy with this entity tag. The tag has quotes around it. */
    public boolean knows(String entityTag) {
        ETag tag = ETag.create(entityTag);
        return known.stream().anyMatch(copy -> copy.isWildcard() || copy.compare(tag, false));
    }

    /** Whether the client would rather have this language than English. */
    boolean prefers(Locale language) {
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(languages), List.of(Locale.ENGLISH, language));
            return best != null && best.equals(language);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the client would rather have this type than JSON. */
    public boolean prefers(MediaType type) {
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accepted);
            MimeTypeUtils.sortBySpecificity(types);
            return types.stream()
                    .filter(each -> each.includes(type) || each.includes(MediaType.APPLICATION_JSON))
                    .findFirst()
                    .filter(each -> each.includes(type) && !each.includes(MediaType.APPLICATION_JSON))
                    .isPresent();
        } catch (InvalidMimeTypeException | InvalidMediaTypeException e) {
            return false;
        }
    }

    /** The sign-in page, which leads back to this request after the sign-in. */
    public String signInUrl() {
        return "/sign-in?back=" + UriUtils.encode(url(), UTF_8);
    }

    /** The sign-in page, which asks for the password again and leads back to the page with the form that was sent. */
    String signInAgainUrl() {
        return "/sign-in?again&back=" + UriUtils.encode(caller.page(), UTF_8);
    }

    /** All values of a parameter. */
    public List<String> all(String parameter) {
        return parameters.getOrDefault(parameter, List.of());
    }

    /**
     * The value of a parameter; null if the parameter is absent.
     *
     * @throws BadRequestException if the parameter has several values
     */
    public @Nullable String one(String parameter) {
        List<String> values = all(parameter);
        if (values.size() > 1) {
            throw new BadRequestException(parameter, "one value", values.size() + " values");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /**
     * The value of a parameter that is a short text; null if the parameter is absent.
     *
     * @throws BadRequestException if the text is too long
     */
    @Nullable
    String text(String parameter) {
        String value = one(parameter);
        if (value != null) {
            requireShort(parameter, value);
        }
        return value;
    }

    /**
     * All values of a parameter, which are short texts.
     *
     * @throws BadRequestException if one of them is too long
     */
    List<String> texts(String parameter) {
        List<String> values = all(parameter);
        values.forEach(value -> requireShort(parameter, value));
        return values;
    }

    private static void requireShort(String parameter, String value) {
        int length = value.codePointCount(0, value.length());
        if (length > Input.LONGEST_TEXT) {
            throw new BadRequestException(
                    parameter, "at most " + Input.LONGEST_TEXT + " characters", length + " characters");
        }
    }

    /**
     * The value of a parameter; null if the parameter is absent.
     *
     * @throws BadRequestException if the value is not one of the accepted values
     */
    public @Nullable String oneOf(String parameter, List<String> accepted) {
        String value = one(parameter);
        if (value != null && !accepted.contains(value)) {
            throw new BadRequestException(parameter, "one of " + String.join(", ", accepted), value);
        }
        return value;
    }

    /**
     * The value of a parameter as a whole number.
     *
     * @param absent the result if the parameter is absent
     * @throws BadRequestException if the value is not a whole number from {@code least} to {@code most}
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
     * The value of a parameter as a date; null if the parameter is absent.
     *
     * @throws BadRequestException if the value is not a date such as {@code 2025-01-31}
     */
    public @Nullable LocalDate date(String parameter) {
        String value = one(parameter);
        if (value == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.getYear() >= 1 && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // told below, with what is accepted
        }
        throw new BadRequestException(parameter, "a date such as 2025-01-31", value);
    }

    /**
     * The value of a parameter as a month; null if the parameter is absent.
     *
     * @throws BadRequestException if the value is not a month such as {@code 2025-01}
     */
    @Nullable
    YearMonth month(String parameter) {
        String value = one(parameter);
        if (value == null) {
            return null;
        }
        try {
            YearMonth month = YearMonth.parse(value);
            if (month.getYear() >= 1 && month.getYear() <= LAST_YEAR) {
                return month;
            }
        } catch (DateTimeParseException e) {
            // told below, with what is accepted
        }
        throw new BadRequestException(parameter, "a month such as 2025-01", value);
    }
}
