package org.salesetl.rollup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fills the rollups anew if a start finds packs of another layout than that of {@link PackLayout}.
 *
 * <p>This happens right after the migrations, before a run or a page can meet such a pack. A migration would run only once, and
 * miss packs that an instance of an older version writes later. One transaction does all of it and holds the row of the run
 * lease. So no run and no other start can come in between, and if a start is killed, the next one does everything again.
 */
@Component
public class RefillRollups implements Callback {

    private static final Logger log = LoggerFactory.getLogger(RefillRollups.class);

    /**
     * The index holds the first bytes of each pack, so the statement reads no pack of the current layout. A plain {@code <} would
     * read them: for these packs, the index alone cannot tell which are smaller. The month after the first byte is never
     * {@code ffffff}.
     */
    private static final String COUNT_OTHER_LAYOUTS = String.format(
            "SELECT COUNT(*) FROM sales_pack FORCE INDEX (sales_pack_layout)"
                    + " WHERE packed < x'%02xffffff' OR packed >= x'%02x'",
            PackLayout.VERSION - 1, PackLayout.VERSION + 1);

    private final FillRollups rollups;

    public RefillRollups(FillRollups rollups) {
        this.rollups = rollups;
    }

    @Override
    public String getCallbackName() {
        return "refill rollups";
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    /** No transaction yet: it has to begin after the last run has ended, to see what that run has committed. */
    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return false;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            refill(context.getConnection());
        } catch (SQLException | IOException e) {
            throw new FlywayException("The rollups could not be filled anew", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FlywayException("The start was interrupted", e);
        }
    }

    private void refill(Connection connection) throws SQLException, IOException, InterruptedException {
        int packs = countOtherLayouts(connection);
        if (packs == 0) {
            return;
        }
        log.info(
                "Sales are packed in another layout than version {} (packs: {}). As soon as no run goes on, all packs and"
                        + " rollups are made anew from the facts",
                PackLayout.VERSION,
                packs);
        connection.setAutoCommit(false);
        try {
            while (!lockLease(connection)) {
                connection.rollback();
                TimeUnit.SECONDS.sleep(1);
            }
            // another start may have done it by now
            if (countOtherLayouts(connection) > 0) {
                rollups.fill(connection);
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static int countOtherLayouts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(COUNT_OTHER_LAYOUTS)) {
            count.next();
            return count.getInt(1);
        }
    }

    /**
     * Locks the lease. Returns false if a run goes on, or if another start has locked the lease. A run whose lease has expired
     * cannot commit after this.
     */
    private static boolean lockLease(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet free = statement.executeQuery("SELECT lease_id FROM run_lease WHERE lease_id = 1"
                        + " AND (holder IS NULL OR expires_at < UTC_TIMESTAMP(6)) FOR UPDATE SKIP LOCKED")) {
            if (!free.next()) {
                return false;
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE run_lease SET holder = NULL, cancel_run = NULL WHERE lease_id = 1");
            return true;
        }
    }
}
