package org.salesetl.pipeline;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.load.Variables.RUN;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.salesetl.inbox.Drop;
import org.salesetl.inbox.Inbox;
import org.salesetl.ledger.Run;
import org.salesetl.load.Claim;
import org.springframework.stereotype.Component;

/** Claims files for the run, so that nobody else takes them. */
@Component
public class ClaimRoutes extends RouteBuilder {

    /** Takes the path of a file, and returns the {@link Claim}; null if somebody else was faster. */
    public static final String CLAIM_FILE = "claim-file";

    private final Inbox inbox;

    ClaimRoutes(Inbox inbox) {
        this.inbox = inbox;
    }

    // the error handler waits: a claimed file needs a folder of its own, and there may be no room for it
    @Override
    public void configure() {
        from(direct(CLAIM_FILE))
                .routeId(CLAIM_FILE)
                .errorHandler(defaultErrorHandler().logExhausted(false))
                .routeConfigurationId(FileErrorPolicy.OPTIONAL)
                .process(this::claim);
    }

    private void claim(Exchange exchange) throws IOException {
        Run run = exchange.getVariable(RUN, Run.class);
        Path claimed = inbox.claim(exchange.getMessage().getBody(Path.class));
        exchange.getMessage().setBody(claimed == null ? null : new Claim(run, Drop.unread(claimed)));
    }
}
