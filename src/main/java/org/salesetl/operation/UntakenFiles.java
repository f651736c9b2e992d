package org.salesetl.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashSet;
import java.util.Set;
import org.salesetl.inbox.Inbox;
import org.salesetl.inbox.Untaken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The files in the inbox that no run takes, such as one that the service may not read. No run begins for them, so this names them in
 * the log, once, and counts them.
 */
@Component
class UntakenFiles {

    private static final Logger log = LoggerFactory.getLogger(UntakenFiles.class);

    private final Inbox inbox;
    private volatile Set<Untaken> seen = Set.of();
    private Set<Untaken> told = Set.of();

    UntakenFiles(Inbox inbox, MeterRegistry meters) {
        this.inbox = inbox;
        Gauge.builder("sales.etl.untaken.files", this, of -> of.seen.size())
                .description("Files in the inbox that no run takes")
                .register(meters);
    }

    /** Looks at the inbox. A file that is still being copied looks different at the next time, so only what stays is told. */
    synchronized void look() {
        Set<Untaken> now = new LinkedHashSet<>(inbox.untaken());
        Set<Untaken> stayed = new LinkedHashSet<>(now);
        stayed.retainAll(seen);
        stayed.stream()
                .filter(file -> !told.contains(file))
                .forEach(file -> log.warn("In the inbox, {}", file.words()));
        told = stayed;
        seen = now;
    }
}
