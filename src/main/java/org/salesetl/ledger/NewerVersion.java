package org.salesetl.ledger;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.salesetl.SqlFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether a newer version of the service, which has started on the same database, has changed the tables. This instance does not know what
 * such tables mean, so it begins no run and commits nothing; its pages go on.
 */
@Component
public class NewerVersion {

    private static final Logger log = LoggerFactory.getLogger(NewerVersion.class);
    private static final String COUNT = SqlFile.read("ledger/count-newer-migrations");

    private final JdbcTemplate jdbc;

    /** A transaction that goes on would show an older state. */
    private final TransactionTemplate apart;

    private final int known;
    private final AtomicBoolean told = new AtomicBoolean();

    NewerVersion(JdbcTemplate jdbc, PlatformTransactionManager transactions, Flyway flyway) {
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.jdbc = jdbc;
        this.known = Arrays.stream(flyway.info().all())
                .filter(migration ->
                        migration.getState().isApplied() && migration.getState().isResolved())
                .map(MigrationInfo::getInstalledRank)
                .reduce(0, Math::max);
    }

    /** Whether it has, as far as the database tells. */
    public boolean hasCome() {
        try {
            return isThere();
        } catch (DataAccessException e) {
            return false;
        }
    }

    /**
     * Makes sure that none has.
     *
     * @throws NewerVersionException if one has
     */
    public void requireNone() {
        if (isThere()) {
            throw new NewerVersionException();
        }
    }

    private boolean isThere() {
        boolean there = Boolean.TRUE.equals(apart.execute(
                status -> jdbc.queryForList(COUNT, Integer.class, known).get(0) > 0));
        if (there && told.compareAndSet(false, true)) {
            log.warn("{}", new NewerVersionException().getMessage());
        }
        return there;
    }
}
