package org.salesetl;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that nobody can set, for how long something takes or has to wait. Its differences count, and not the time of day: a pause of half a
 * minute must not last for two hours because the clock of the machine was two hours fast, and has been put back.
 */
public final class SteadyClock extends Clock {

    /** The name of the bean, for whoever wants this clock and not that of the machine. */
    public static final String NAME = "steady-clock";

    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Not supported: this clock tells no time of day. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("A steady clock tells no time of day");
    }
}
