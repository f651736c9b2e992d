package org.salesetl.web;

import java.util.Map;

/**
 * A page before it is rendered.
 *
 * @param template the name of the template in {@code templates/}
 * @param model the variables of the template
 */
public record Page(String template, Map<String, Object> model) {

    public Page {
        model = Map.copyOf(model);
    }

    /** The page that shows a problem. */
    public static Page problem(Problem problem) {
        return new Page("problem", Map.of("problem", problem));
    }
}
