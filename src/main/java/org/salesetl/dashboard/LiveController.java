package org.salesetl.dashboard;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends server-sent events to open pages. This is a controller, because a route would use a thread for each open page. */
@RestController
class LiveController {

    private final LiveReaders readers;

    LiveController(LiveReaders readers) {
        this.readers = readers;
    }

    @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter open() {
        return readers.open();
    }
}
