package org.salesetl.operation;

import static java.lang.Boolean.FALSE;
import static java.lang.Boolean.TRUE;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.salesetl.ledger.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the database last said about the warehouse, as metrics. While the database is away, these stay what they were. */
@Component
class WarehouseMeters {

    private static final Logger log = LoggerFactory.getLogger(WarehouseMeters.class);
    private static final List<String> STATUSES = List.of("rejected", "parked");

    private final MultiGauge rows;
    private final MultiGauge revenue;
    private final MultiGauge lastLoads;
    private volatile long questions;
    private volatile int unsettledFiles;
    /** Null before the first question. */
    private volatile @Nullable Boolean answers;

    WarehouseMeters(MeterRegistry meters) {
        this.rows = MultiGauge.builder("sales.etl.quarantine.rows")
                .description("Rows that wait in the quarantine")
                .register(meters);
        this.revenue = MultiGauge.builder("sales.etl.quarantine.revenue")
                .description("The revenue of rows that wait, in the currency of the warehouse, as far as the rows tell")
                .register(meters);
        this.lastLoads = MultiGauge.builder("sales.etl.last.load.timestamp")
                .description("When a file of the source was last loaded")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("sales.etl.questions", this, of -> of.questions)
                .description("Questions that files wait for")
                .register(meters);
        Gauge.builder("sales.etl.unsettled.files", this, of -> of.unsettledFiles)
                .description("Files of the last 30 days that did not load, ten at most")
                .register(meters);
        Gauge.builder("sales.etl.database.up", this, of -> TRUE.equals(of.answers) ? 1 : 0)
                .description("Whether the database has answered when it was last asked")
                .register(meters);
    }

    /** Notes that the database does not answer; the log says so once. */
    void away(Exception failure) {
        if (TRUE.equals(answers)) {
            log.warn("The database does not answer: {}", failure.getMessage());
        }
        answers = false;
    }

    private void answers() {
        if (FALSE.equals(answers)) {
            log.info("The database answers again");
        }
        answers = true;
    }

    /** Notes the figures of the newest version of the warehouse. */
    void note(WarehouseFigures figures) {
        answers();
        rows.register(byStatus(figures, Part::rows), true);
        revenue.register(byStatus(figures, Part::revenue), true);
        lastLoads.register(
                figures.lastLoads().entrySet().stream()
                        .map(load -> Row.of(
                                Tags.of("source", load.getKey()),
                                load.getValue().getEpochSecond()))
                        .toList(),
                true);
    }

    /** Notes the number of questions that files wait for. */
    void questions(long open) {
        questions = open;
    }

    /** Notes the number of files that did not load. */
    void unsettledFiles(int files) {
        unsettledFiles = files;
    }

    private static List<Row<?>> byStatus(WarehouseFigures figures, Function<Part, Number> figure) {
        return STATUSES.stream()
                .<Row<?>>map(status -> Row.of(Tags.of("status", status), figure.apply(figures.quarantine(status))))
                .toList();
    }
}
