package org.salesetl.web;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request that may have changed something, for the audit.
 *
 * @param routeId the route that has answered the request
 * @param caller who has sent it
 * @param status the HTTP status of the answer
 * @param thing what the request is about: the names and numbers in it, or its path
 * @param before what was there before; null if the route does not say
 * @param after what the request has asked for
 */
public record Deed(
        String routeId,
        Caller caller,
        int status,
        String thing,
        @Nullable String before,
        String after) {

    /** Parameters that say what a request is about. */
    private static final List<String> SUBJECTS = List.of("name", "file", "run", "mapping", "id", "token");

    /** Parameters that no entry has. The id of a customer may be an e-mail address. */
    private static final Set<String> SECRETS = Set.of("_csrf", "password", "current", "again", "session", "customer");

    /** Rows of which the others have faults are loaded, though the answer says what is wrong. */
    private static final int SOME_FAULTS = 422;

    private static final int FIRST_ERROR = 400;

    /** @param sent what the request asks for, beside its parameters; empty if there is nothing else */
    static Deed of(WebRequest request, String routeId, int status, @Nullable String before, String sent) {
        String subject =
                SUBJECTS.stream().flatMap(name -> request.all(name).stream()).collect(Collectors.joining(", "));
        String asked = new TreeMap<>(request.parameters())
                .entrySet().stream()
                        .filter(parameter -> !SECRETS.contains(parameter.getKey())
                                && !SUBJECTS.contains(parameter.getKey())
                                && !parameter.getValue().isEmpty())
                        .map(parameter -> parameter.getKey() + "=" + String.join(", ", parameter.getValue()))
                        .collect(Collectors.joining("; "));
        return new Deed(
                routeId,
                request.caller(),
                status,
                subject.isEmpty() ? request.path() : subject,
                before,
                Stream.of(asked, sent).filter(text -> !text.isBlank()).collect(Collectors.joining("\n")));
    }

    /** Whether the request has been done, at least in part. */
    public boolean isDone() {
        return status < FIRST_ERROR || status == SOME_FAULTS;
    }
}
