package org.salesetl;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the person who started the service where the dashboard is and where to drop files, and when the service stops. */
@Component
class ReadyMessage {

    private static final Logger log = LoggerFactory.getLogger(ReadyMessage.class);

    private final SalesEtlProperties properties;

    ReadyMessage(SalesEtlProperties properties) {
        this.properties = properties;
    }

    @EventListener
    void tell(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            log.info(
                    "Ready: http://localhost:{}/ shows the dashboard. Files dropped into {} are loaded. The start took {} s;"
                            + " Ctrl+C stops the service.",
                    context.getWebServer().getPort(),
                    properties.inbox().toAbsolutePath().normalize(),
                    event.getTimeTaken().toSeconds());
        }
    }

    @EventListener
    void tell(ContextClosedEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext) {
            log.info("The service stops. What is being loaded is finished first.");
        }
    }
}
