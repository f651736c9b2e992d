package org.salesetl.user;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.transaction.TransactionException;

/**
 * Sessions in the database. Each request notes in its session that the user is still there; a page is not refused only because a
 * database that is read-only or busy cannot take that.
 */
final class PatientSessions<S extends Session> implements FindByIndexNameSessionRepository<S> {

    private static final Logger log = LoggerFactory.getLogger(PatientSessions.class);

    /** A sign-in that cannot be kept has failed, so the failure of a session that is younger counts. */
    private static final Duration NEW = Duration.ofSeconds(30);

    private final FindByIndexNameSessionRepository<S> database;

    PatientSessions(FindByIndexNameSessionRepository<S> database) {
        this.database = database;
    }

    @Override
    public S createSession() {
        return database.createSession();
    }

    @Override
    public void save(S session) {
        try {
            database.save(session);
        } catch (DataAccessException | TransactionException e) {
            if (session.getCreationTime().isAfter(Instant.now().minus(NEW))) {
                throw e;
            }
            log.debug("A session could not be noted as used: {}", e.getMessage());
        }
    }

    @Override
    public @Nullable S findById(String id) {
        return database.findById(id);
    }

    @Override
    public void deleteById(String id) {
        database.deleteById(id);
    }

    @Override
    public Map<String, S> findByIndexNameAndIndexValue(String index, String value) {
        return database.findByIndexNameAndIndexValue(index, value);
    }
}
