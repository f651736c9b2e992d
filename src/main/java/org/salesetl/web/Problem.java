package org.salesetl.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.salesetl.outage.Outage;
import org.springframework.http.HttpStatus;

/**
 * What is wrong with a request, in the form of RFC 9457.
 *
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what was expected and what was found
 * @param instance the path of the request
 * @param run the URL of the run that prevents the request; null if no run does
 * @param questions the questions whose answers the request lacks; null if it lacks none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String title,
        int status,
        @Nullable String detail,
        String instance,
        @Nullable String run,
        @Nullable Object questions) {

    /** The problem of a request. Only the log has the details of an error of the service, not the client. */
    public static Problem of(int status, Exception exception, WebRequest request) {
        return new Problem(
                HttpStatus.valueOf(status).getReasonPhrase(),
                status,
                detail(status, exception),
                request.path(),
                ofRequest(exception) instanceof ConflictException conflict ? conflict.location() : null,
                ofRequest(exception) instanceof ConflictException conflict ? conflict.details() : null);
    }

    /** The same problem in the language of the installation. */
    Problem in(StoredSentences sentences) {
        return new Problem(title, status, detail == null ? null : sentences.said(detail), instance, run, questions);
    }

    /** The exception with the message for the client. Camel wraps exceptions that are thrown in expressions. */
    static Throwable ofRequest(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadRequestException
                    || cause instanceof NotFoundException
                    || cause instanceof ForbiddenException
                    || cause instanceof ConflictException
                    || cause instanceof BusyException) {
                return cause;
            }
        }
        return failure;
    }

    private static @Nullable String detail(int status, Exception exception) {
        return switch (HttpStatus.valueOf(status)) {
            case INTERNAL_SERVER_ERROR -> "Something went wrong here, not with your request. The log has the details.";
            case SERVICE_UNAVAILABLE -> {
                if (ofRequest(exception) instanceof BusyException busy) {
                    yield busy.getMessage();
                }
                Outage outage = Outage.of(exception);
                yield "The service " + (outage == null ? "is busy" : outage.words())
                        + ". Nothing is lost: try again in a moment.";
            }
            default -> ofRequest(exception).getMessage();
        };
    }
}
