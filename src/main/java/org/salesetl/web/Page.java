package org.salesetl.web;

import java.util.Map;

/**
 * A page before it is rendered.
 *
 * @param template the template's name below {@code templates/}
 * @param model what the template shows
 */
public record Page(String template, Map<String, Object> model) {

    public Page {
        model = Map.copyOf(model);
    }

    /** The page that says what is wrong with a request. */
    public static Page problem(Problem problem) {
        return new Page("problem", Map.of("problem", problem));
    }
}
