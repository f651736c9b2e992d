package org.salesetl.dashboard;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events for open pages. A route would hold a thread for as long as a page is open. */
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
