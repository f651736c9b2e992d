package org.salesetl.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.ledger.RunRequest.Trigger;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Reads what kind of run somebody asks for. */
@Component
class RunRequests {

    private final ObjectMapper json;

    RunRequests(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The run that a JSON body such as {@code {"mode":"reload"}} asks for; an incremental one if there is no body.
     *
     * @throws BadRequestException if the body is something else
     */
    RunRequest read(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return new RunRequest(Trigger.HTTP, Mode.INCREMENTAL);
        }
        try {
            JsonNode mode = json.readTree(body).path("mode");
            if (mode.isMissingNode() || !mode.isTextual()) {
                throw new BadRequestException(
                        "mode", "{\"mode\":\"incremental\"}, {\"mode\":\"reload\"} or {\"mode\":\"check\"}", body);
            }
            return new RunRequest(Trigger.HTTP, mode(mode.asText()));
        } catch (JsonProcessingException e) {
            throw new BadRequestException("body", "JSON such as {\"mode\":\"incremental\"}", body);
        }
    }

    /** The run that the page's buttons ask for. */
    RunRequest chosen(WebRequest request) {
        String mode = request.one("mode");
        return new RunRequest(Trigger.HTTP, mode(mode == null ? Mode.INCREMENTAL.label() : mode));
    }

    /** A request as if it had asked for this run's own URL. */
    WebRequest naming(int runId) {
        return new WebRequest("/api/etl/runs/" + runId, Map.of(), null, null);
    }

    private static Mode mode(String label) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new BadRequestException(
                        "mode",
                        Arrays.stream(Mode.values()).map(Mode::label).collect(Collectors.joining(" or ")),
                        label));
    }
}
