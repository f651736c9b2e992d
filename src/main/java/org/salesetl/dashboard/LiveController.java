package org.salesetl.dashboard;

import java.util.List;
import org.salesetl.web.ApiCall;
import org.salesetl.web.ApiCalls;
import org.salesetl.web.ApiOperation;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends server-sent events to open pages. This is a controller, because a route would use a thread for each open page. */
@RestController
class LiveController implements ApiCalls {

    private static final String PATH = "/api/events";

    private static final ApiCall CALL = new ApiCall(
            "GET", PATH, "serve-events", ApiOperation.of(List.of()).answersFile(MediaType.TEXT_EVENT_STREAM_VALUE));

    private final LiveReaders readers;

    LiveController(LiveReaders readers) {
        this.readers = readers;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter open() {
        return readers.open();
    }

    @Override
    public List<ApiCall> calls() {
        return List.of(CALL);
    }
}
