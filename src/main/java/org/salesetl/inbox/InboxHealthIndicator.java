package org.salesetl.inbox;

import java.nio.file.Files;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether the service can take files out of the inbox. */
@Component
class InboxHealthIndicator extends AbstractHealthIndicator {

    private final Inbox inbox;

    InboxHealthIndicator(Inbox inbox) {
        super("The inbox cannot be looked at");
        this.inbox = inbox;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        boolean usable = Files.isReadable(inbox.folder()) && Files.isWritable(inbox.folder());
        builder.status(usable ? Status.UP : Status.DOWN)
                .withDetail("folder", inbox.folder().toString());
    }
}
