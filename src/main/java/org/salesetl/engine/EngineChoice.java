package org.salesetl.engine;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.layout.Layout;
import org.salesetl.load.Claim;
import org.salesetl.text.DropStream;
import org.salesetl.text.JsonLines;
import org.salesetl.vocabulary.Engine;
import org.salesetl.vocabulary.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Chooses the engine for each file. */
@Component
class EngineChoice {

    private static final Logger log = LoggerFactory.getLogger(EngineChoice.class);

    private final Engine engine;
    private final SalesEtlProperties.Spark spark;

    EngineChoice(SalesEtlProperties properties) {
        this.engine = properties.engine();
        this.spark = properties.spark();
    }

    /** Whether the cluster judges the rows of the file. */
    boolean isCluster(Claim claim) throws IOException {
        if (engine == Engine.CAMEL
                || (engine == Engine.AUTO && claim.drop().size() < spark.from().toBytes())) {
            return false;
        }
        String obstacle = obstacle(claim);
        if (obstacle != null) {
            log.info("{} is read by this process, since {}", claim.shownName(), obstacle);
        }
        return obstacle == null;
    }

    /** Why this process has to read the file; null if the cluster can. */
    private static @Nullable String obstacle(Claim claim) throws IOException {
        Layout layout = claim.layout();
        if (layout.kind() != Kind.SALES) {
            return "only files of sales grow large";
        }
        if (layout.rejects()) {
            return "its rows come back from the quarantine";
        }
        if (DropStream.isOfEvents(claim.path())) {
            return "files of events are small";
        }
        return JsonLines.are(claim.path()) ? "it is none of CSV" : null;
    }
}
