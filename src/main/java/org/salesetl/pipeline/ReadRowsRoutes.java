package org.salesetl.pipeline;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.load.LoadSteps.NOTE_DESCRIPTIONS;
import static org.salesetl.load.LoadSteps.READ_ROWS;
import static org.salesetl.load.LoadSteps.STAGE_SALES;
import static org.salesetl.load.Variables.CHUNK;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.salesetl.inbox.Drops;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.leftout.LeftOutRows;
import org.salesetl.load.FileLoad;
import org.salesetl.load.LoadProgress;
import org.salesetl.load.LogContext;
import org.salesetl.load.RowChunk;
import org.salesetl.load.RowChunks;
import org.salesetl.quarantine.QuarantineEntries;
import org.salesetl.quarantine.Verdicts;
import org.salesetl.row.BulkRow;
import org.salesetl.vocabulary.Kind;
import org.springframework.stereotype.Component;

/** Reads the rows of a file chunk by chunk: parses them, judges them, and passes them on to the load of their kind. */
@Component
class ReadRowsRoutes extends RouteBuilder {

    static final String LOAD_VERDICTS = "load-verdicts";

    private final Drops drops;
    private final CurrentRun currentRun;
    private final LoadProgress progress;
    private final RowJudge judge;
    private final QuarantineEntries quarantine;
    private final LeftOutRows leftOut;

    ReadRowsRoutes(
            Drops drops,
            CurrentRun currentRun,
            LoadProgress progress,
            RowJudge judge,
            QuarantineEntries quarantine,
            LeftOutRows leftOut) {
        this.drops = drops;
        this.currentRun = currentRun;
        this.progress = progress;
        this.judge = judge;
        this.quarantine = quarantine;
        this.leftOut = leftOut;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(READ_ROWS))
                .routeId(READ_ROWS)
                .split(make(FileLoad.class, load -> new RowChunks(load, drops.chunks(load.drop(), load.layout()))))
                    .streaming()
                    .stopOnException()
                    .process(on(RowChunk.class, rows -> currentRun.requireGoing()))
                    .process(on(RowChunk.class, rows -> progress.read(rows.chunk())))
                    .process(on(RowChunk.class, LogContext::read))
                    .choice()
                        .when(is(RowChunk.class, RowChunk::isJudged))
                            .setBody(make(RowChunk.class, judge::take))
                        .otherwise()
                            .setVariable(CHUNK, body())
                            .setBody(make(RowChunk.class, rows -> rows.chunk().text()))
                            .toD("dataformat:${variable.chunk.csvFormat}:unmarshal")
                            .process(this::judge)
                    .end()
                    .to(direct(LOAD_VERDICTS))
                .end()
                .process(exchange -> LogContext.endLines());

        // While a wide file is read for its customers and products, bad rows are ignored; the load of its sales reports them.
        from(direct(LOAD_VERDICTS))
                .routeId(LOAD_VERDICTS)
                .choice()
                    .when(is(Verdicts.class, verdicts -> verdicts.load().isOfDescriptions()))
                        .to(direct(NOTE_DESCRIPTIONS))
                    .when(is(Verdicts.class, verdicts -> verdicts.load().kind() == Kind.SALES))
                        .process(on(Verdicts.class, this::keep))
                        .to(direct(STAGE_SALES))
                    .otherwise()
                        .process(on(Verdicts.class, this::keep))
                        .process(on(Verdicts.class, verdicts -> verdicts.load().tables().stream(verdicts.accepted(BulkRow.class))))
                .end();
    }
    // spotless:on

    private void keep(Verdicts verdicts) {
        quarantine.keep(verdicts);
        leftOut.keep(verdicts.leftOut(), verdicts.load());
    }

    @SuppressWarnings("unchecked")
    private void judge(Exchange exchange) {
        List<List<String>> rows = exchange.getMessage().getBody(List.class);
        exchange.getMessage().setBody(judge.judge(rows, exchange.getVariable(CHUNK, RowChunk.class)));
    }
}
