package org.salesetl.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.outage.DiskRoom;
import org.salesetl.outage.Outage;
import org.salesetl.outage.Waiting;
import org.springframework.stereotype.Component;

/** The run of this instance, what it waits for, and the room on the disks, as metrics. */
@Component
class RunMeters {

    private static final double MILLIS_PER_SECOND = 1000;

    RunMeters(MeterRegistry meters, CurrentRun currentRun, Waiting waiting, DiskRoom room) {
        Gauge.builder("sales.etl.run.active", currentRun, run -> run.isGoing() ? 1 : 0)
                .description("Whether a run of this instance goes on")
                .register(meters);
        Gauge.builder("sales.etl.run.idle", currentRun, run -> run.idle().toMillis() / MILLIS_PER_SECOND)
                .description("How long the run of this instance has moved nothing; 0 without a run")
                .baseUnit("seconds")
                .register(meters);
        for (Outage outage : Outage.values()) {
            Gauge.builder("sales.etl.outage", waiting, of -> of.isFor(outage) ? 1 : 0)
                    .description("Whether the run of this instance waits, and for what")
                    .tag("outage", outage.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
        for (String folder : room.folders()) {
            Gauge.builder("sales.etl.disk.free", room, of -> of.freeBytes(folder))
                    .description("Room on the disk of the folder")
                    .tag("folder", folder)
                    .baseUnit("bytes")
                    .register(meters);
        }
    }
}
