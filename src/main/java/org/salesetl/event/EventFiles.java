package org.salesetl.event;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.salesetl.load.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The files of events for one run, one after the other, as long as there are any; then comes an empty one. Each is settled before the
 * next one is taken. Whether there is another cannot be told earlier, and Camel asks before the last one is loaded.
 */
final class EventFiles implements Iterator<Optional<Claim>> {

    private static final Logger log = LoggerFactory.getLogger(EventFiles.class);

    /** Other instances look for the end of a run more often than that. */
    private static final Duration TIME_OF_OTHERS = Duration.ofSeconds(1);

    private final EventSpool spool;
    private final EventLedger ledger;
    private final Function<EventFile, Claim> claim;
    private final BooleanSupplier stopped;
    private final long endNanos;
    private @Nullable EventFile inHand;
    private boolean ended;

    /**
     * @param longest after this time no other file is taken
     * @param stopped whether no other file is to be taken
     */
    EventFiles(
            EventSpool spool,
            EventLedger ledger,
            Function<EventFile, Claim> claim,
            Duration longest,
            BooleanSupplier stopped) {
        this.spool = spool;
        this.ledger = ledger;
        this.claim = claim;
        this.stopped = stopped;
        this.endNanos = System.nanoTime() + longest.toNanos();
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public Optional<Claim> next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        settle();
        boolean late = System.nanoTime() - endNanos >= 0;
        if (late) {
            spool.giveWay(TIME_OF_OTHERS);
        }
        Optional<EventFile> file = late || stopped.getAsBoolean() ? Optional.empty() : spool.next();
        inHand = file.orElse(null);
        ended = file.isEmpty();
        return file.map(claim);
    }

    private void settle() {
        EventFile file = inHand;
        if (file != null) {
            inHand = null;
            spool.settle(file, position(file.partition()));
        }
    }

    private long position(EventPartition partition) {
        try {
            Long position = ledger.position(partition);
            return position == null ? -1 : position;
        } catch (DataAccessException | TransactionException e) {
            log.debug("{} is looked up again later", partition, e);
            return -1;
        }
    }
}
