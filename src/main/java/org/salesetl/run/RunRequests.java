package org.salesetl.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesetl.ledger.Rereading;
import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.ledger.RunRequest.Trigger;
import org.salesetl.mapping.Mappings;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.Input;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Reads requests that start or cancel a run. */
@Component
class RunRequests {

    private static final String DAMAGED = "damaged";
    private static final String LEAVE_OUT = "leave_out";
    private static final String MAPPING = "mapping";
    private static final String UNDO = "undo";
    private static final Pattern CANCEL = Pattern.compile("/api/etl/runs/([^/]*)/cancel");

    /** The fields of a body that starts a run. */
    static final List<Input> FIELDS = List.of(
            Input.optional("mode", Input.choice(Labelled.labels(Mode.class))),
            Input.optional(DAMAGED, Input.choice(List.of(LEAVE_OUT))),
            Input.optional(MAPPING, Input.text(Input.LONGEST_TEXT)),
            Input.optional(UNDO, Input.wholeNumber(1, 999_999_999)));

    private final ObjectMapper json;
    private final Mappings mappings;

    RunRequests(ObjectMapper json, Mappings mappings) {
        this.json = json;
        this.mappings = mappings;
    }

    /**
     * The run that a JSON body such as {@code {"mode":"reload"}} asks for; an incremental run if there is no body. With
     * {@code "mapping"}, the reload reads the files of that mapping again; with {@code "undo"} too, as before the run of that number.
     *
     * @throws BadRequestException if the body is anything else
     */
    RunRequest read(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return new RunRequest(Trigger.HTTP, Mode.INCREMENTAL);
        }
        try {
            JsonNode asked = json.readTree(body);
            JsonNode mode = asked.path("mode");
            if (!mode.isTextual()) {
                throw new BadRequestException(
                        "mode", "{\"mode\":\"incremental\"}, {\"mode\":\"reload\"} or {\"mode\":\"check\"}", body);
            }
            return request(
                    mode.asText(),
                    isLeaveOut(asked.path(DAMAGED)),
                    mapping(asked.path(MAPPING)),
                    asked.has(UNDO) ? asked.path(UNDO).asText() : null);
        } catch (JsonProcessingException e) {
            throw new BadRequestException("body", "JSON such as {\"mode\":\"incremental\"}", body);
        }
    }

    /** The run that a button of the page asks for. */
    RunRequest chosen(WebRequest request) {
        String mode = request.one("mode");
        boolean leaveOut = request.oneOf(DAMAGED, List.of(LEAVE_OUT)) != null;
        return request(
                mode == null ? Mode.INCREMENTAL.label() : mode, leaveOut, request.one(MAPPING), request.one(UNDO));
    }

    private RunRequest request(String mode, boolean leaveOut, @Nullable String mapping, @Nullable String undo) {
        return new RunRequest(Trigger.HTTP, mode(mode), leaveOut, rereading(mode(mode), mapping, undo));
    }

    private @Nullable Rereading rereading(Mode mode, @Nullable String mapping, @Nullable String undo) {
        if (mapping == null) {
            if (undo != null) {
                throw new BadRequestException(UNDO, "a mapping beside it", undo);
            }
            return null;
        }
        if (mode != Mode.RELOAD) {
            throw new BadRequestException(
                    "mode", "reload, which alone reads the files of a mapping again", mode.label());
        }
        if (undo != null && !undo.matches("[1-9]\\d{0,8}")) {
            throw new BadRequestException(UNDO, "the number of a run", undo);
        }
        if (undo == null && mappings.named(mapping).isEmpty()) {
            throw new BadRequestException(MAPPING, "the name of a mapping", mapping);
        }
        return new Rereading(mapping, undo == null ? null : Integer.valueOf(undo));
    }

    /**
     * The run to cancel. A page names it in its form, a program in its path.
     *
     * @throws NotFoundException if the request names no run
     */
    Cancellation toCancel(WebRequest request) {
        Matcher path = CANCEL.matcher(request.path());
        String id = path.matches() ? path.group(1) : String.valueOf(request.one("run"));
        if (!id.matches("\\d{1,9}")) {
            throw new NotFoundException("There is no run " + id + "; runs are numbered 1, 2, 3 …");
        }
        return new Cancellation(Integer.parseInt(id), String.valueOf(request.user()));
    }

    private static @Nullable String mapping(JsonNode name) {
        if (!name.isMissingNode() && !name.isNull() && !name.isTextual()) {
            throw new BadRequestException(MAPPING, "the name of a mapping", name.toString());
        }
        return name.textValue();
    }

    private static boolean isLeaveOut(JsonNode damaged) {
        if (damaged.isMissingNode()) {
            return false;
        }
        if (!damaged.isTextual() || !damaged.asText().equals(LEAVE_OUT)) {
            throw new BadRequestException(DAMAGED, LEAVE_OUT, damaged.toString());
        }
        return true;
    }

    private static Mode mode(String label) {
        return Labelled.find(Mode.class, label)
                .orElseThrow(
                        () -> new BadRequestException("mode", String.join(" or ", Labelled.labels(Mode.class)), label));
    }
}
