package org.salesetl.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a request, which reads itself and describes itself, so that the description of the API cannot differ from what the
 * service accepts. All methods that read throw a {@link BadRequestException} if the value is not accepted.
 *
 * @param <T> what a request has as the value
 */
public final class Parameter<T> extends Input {

    private final Function<WebRequest, T> reading;

    private Parameter(String name, Map<String, Object> schema, boolean required, Function<WebRequest, T> reading) {
        super(name, schema, required);
        this.reading = reading;
    }

    /** A text; null if it is absent. */
    public static Parameter<@Nullable String> one(String name) {
        return new Parameter<>(name, text(LONGEST_TEXT), false, request -> request.text(name));
    }

    /** A text for which the route itself says what is wrong if it is absent; null if it is. */
    public static Parameter<@Nullable String> needed(String name) {
        return new Parameter<>(name, text(LONGEST_TEXT), true, request -> request.text(name));
    }

    /** Any number of texts. */
    public static Parameter<List<String>> all(String name) {
        return new Parameter<>(name, listOf(text(LONGEST_TEXT)), false, request -> request.texts(name));
    }

    /** One of these texts; null if it is absent. */
    public static Parameter<@Nullable String> oneOf(String name, List<String> accepted) {
        return new Parameter<>(name, choice(accepted), false, request -> request.oneOf(name, accepted));
    }

    /** A whole number with a value for requests without one. */
    public static Parameter<Integer> number(String name, int absent, int least, int most) {
        Map<String, Object> schema = new LinkedHashMap<>(wholeNumber(least, most));
        schema.put("default", absent);
        return new Parameter<>(name, schema, false, request -> request.number(name, absent, least, most));
    }

    /** How many rows a request may skip. */
    public static Parameter<Integer> offset() {
        return number("offset", 0, 0, Integer.MAX_VALUE);
    }

    /** A date; null if it is absent. */
    public static Parameter<@Nullable LocalDate> date(String name) {
        return new Parameter<>(name, Map.of("type", "string", "format", "date"), false, request -> request.date(name));
    }

    /** A month; null if it is absent. */
    public static Parameter<@Nullable YearMonth> month(String name) {
        return new Parameter<>(
                name,
                Map.of("type", "string", "pattern", "^\\d{4}-\\d{2}$", "examples", List.of("2025-01")),
                false,
                request -> request.month(name));
    }

    /** The value in a request. */
    public T of(WebRequest request) {
        return reading.apply(request);
    }
}
