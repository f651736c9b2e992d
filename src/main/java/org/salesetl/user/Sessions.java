package org.salesetl.user;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlFile;
import org.salesetl.web.NotFoundException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The sessions of users who have signed in, on this instance or on another one. */
@Component
public class Sessions {

    private static final String USERS = SqlFile.read("user/select-users-with-sessions");

    private static final String USER = "user";
    private static final String ADDRESS = "address";
    private static final String SINCE = "since";
    private static final String STAMP = "accountStamp";
    private static final String END = "latestEnd";
    private static final String ENDED = "ended";

    /** Set in a request whose session the database does not tell. */
    private static final String AWAY = Sessions.class.getName() + ".AWAY";

    private final Kept<?> kept;
    private final JdbcTemplate jdbc;
    private final AccountStamps stamps;

    Sessions(
            FindByIndexNameSessionRepository<? extends org.springframework.session.Session> repository,
            JdbcTemplate jdbc,
            AccountStamps stamps) {
        this.kept = new Kept<>(repository);
        this.jdbc = jdbc;
        this.stamps = stamps;
    }

    /** Keeps a session of a user with an account here, and notes where and when it has begun. */
    public void begin(HttpSession session, String user, String address) {
        session.setAttribute(STAMP, stamps.now(user));
        session.removeAttribute(END);
        note(session, user, address);
    }

    /**
     * Keeps a session of somebody without an account here, and notes where and when it has begun.
     *
     * @param longest how long the session lasts at most, since nothing here tells that the rights have changed
     */
    public void begin(HttpSession session, String user, String address, Duration longest) {
        session.setAttribute(END, Instant.now().plus(longest));
        note(session, user, address);
    }

    private static void note(HttpSession session, String user, String address) {
        session.setAttribute(USER, user);
        session.setAttribute(ADDRESS, address);
        session.setAttribute(SINCE, Instant.now());
    }

    /**
     * The session of a request; null if it has none. If the database does not tell, the request goes on without a session, and
     * {@link #areAway} says so.
     */
    public static @Nullable HttpSession find(HttpServletRequest request) {
        try {
            return request.getSession(false);
        } catch (DataAccessException | TransactionException e) {
            request.setAttribute(AWAY, true);
            return null;
        }
    }

    /** Whether the request may have a session, but the database does not tell. */
    public static boolean areAway(HttpServletRequest request) {
        return request.getAttribute(AWAY) != null;
    }

    /**
     * Whether a session may not go on: somebody has ended it, the account of its user has changed since the sign-in, or it has lasted as long
     * as it may.
     */
    public boolean isOver(HttpSession session) {
        if (session.getAttribute(ENDED) != null) {
            return true;
        }
        return session.getAttribute(END) instanceof Instant end
                ? !Instant.now().isBefore(end)
                : session.getAttribute(USER) instanceof String user
                        && !stamps.isCurrent(user, session.getAttribute(STAMP));
    }

    /** The sessions of this user, those of all users if the user is null; the newest first. */
    List<Session> of(@Nullable String user) {
        return users(user)
                .flatMap(kept::of)
                .sorted(Comparator.comparing(Session::since).reversed())
                .toList();
    }

    /** Ends all sessions of a user. The next request of each has to sign in again. */
    void endAll(String user) {
        kept.of(user).forEach(session -> kept.end(session.id()));
    }

    /**
     * Ends a session.
     *
     * @param user the user whose session it has to be; null for any
     */
    void end(@Nullable String handle, @Nullable String user) {
        Session session = users(user)
                .flatMap(kept::of)
                .filter(each -> each.handle().equals(handle))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no such session any more."));
        kept.end(session.id());
    }

    private Stream<String> users(@Nullable String user) {
        return user == null ? jdbc.queryForList(USERS, String.class).stream() : Stream.of(user);
    }

    /** The sessions as the database keeps them. */
    private record Kept<S extends org.springframework.session.Session>(FindByIndexNameSessionRepository<S> repository) {

        Stream<Session> of(String user) {
            return repository.findByPrincipalName(user).values().stream()
                    .filter(session -> !session.isExpired() && session.getAttribute(ENDED) == null)
                    .flatMap(Kept::shown);
        }

        /** What another version has written, and this one cannot read, is no session. */
        private static Stream<Session> shown(org.springframework.session.Session session) {
            return session.getAttribute(USER) instanceof String user
                            && session.getAttribute(ADDRESS) instanceof String address
                            && session.getAttribute(SINCE) instanceof Instant since
                    ? Stream.of(new Session(
                            session.getId(),
                            Sha256.of(session.getId()),
                            user,
                            address,
                            since,
                            session.getLastAccessedTime()))
                    : Stream.empty();
        }

        /** Leaves a note in the session, so that its next request is told why it has to sign in. */
        void end(String id) {
            S session = repository.findById(id);
            if (session != null) {
                session.setAttribute(ENDED, true);
                repository.save(session);
            }
        }
    }

    /**
     * A session as pages show it.
     *
     * @param id what the browser sends, which no page shows: somebody else could take the session over with it
     * @param handle what tells it from the others on pages
     */
    record Session(String id, String handle, String user, String address, Instant since, Instant lastSeen) {}
}
