package org.salesetl.user;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.web.NotFoundException;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.session.AbstractSessionEvent;
import org.springframework.security.core.session.SessionDestroyedEvent;
import org.springframework.security.core.session.SessionIdChangedEvent;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Component;

/** The sessions of users who have signed in on this instance. */
@Component
public class Sessions {

    private static final String STAMP = "accountStamp";
    private static final String END = "latestEnd";

    private final SessionRegistry registry;
    private final AccountStamps stamps;
    private final Map<String, Beginning> beginnings = new ConcurrentHashMap<>();

    Sessions(SessionRegistry registry, AccountStamps stamps) {
        this.stamps = stamps;
        this.registry = registry;
    }

    /** Keeps a session of a user with an account here, and notes where and when it has begun. */
    public void begin(HttpSession session, Object principal, String address) {
        session.setAttribute(STAMP, stamps.now(name(principal)));
        session.removeAttribute(END);
        keep(session, principal, address);
    }

    /**
     * Keeps a session of somebody without an account here, and notes where and when it has begun.
     *
     * @param longest how long the session lasts at most, since nothing here tells that the rights have changed
     */
    public void begin(HttpSession session, Object principal, String address, Duration longest) {
        session.setAttribute(END, Instant.now().plus(longest));
        keep(session, principal, address);
    }

    private void keep(HttpSession session, Object principal, String address) {
        registry.registerNewSession(session.getId(), principal);
        beginnings.put(session.getId(), new Beginning(address, Instant.now()));
    }

    /** Ends a session if the account of its user has changed since the sign-in, or if the session has lasted as long as it may. */
    public void endIfOutdated(HttpSession session) {
        SessionInformation information = registry.getSessionInformation(session.getId());
        if (information != null && isOutdated(session, name(information.getPrincipal()))) {
            information.expireNow();
        }
    }

    private boolean isOutdated(HttpSession session, String user) {
        return session.getAttribute(END) instanceof Instant end
                ? !Instant.now().isBefore(end)
                : !stamps.isCurrent(user, session.getAttribute(STAMP));
    }

    @EventListener
    void ended(AbstractSessionEvent event) {
        if (event instanceof SessionDestroyedEvent destroyed) {
            beginnings.remove(destroyed.getId());
        } else if (event instanceof SessionIdChangedEvent changed) {
            beginnings.remove(changed.getOldSessionId());
        }
    }

    /** The sessions of this user, those of all users if the user is null; the newest first. */
    List<Session> of(@Nullable String user) {
        return informations(user)
                .flatMap(information -> Stream.ofNullable(beginnings.get(information.getSessionId()))
                        .map(beginning -> session(information, beginning)))
                .sorted(Comparator.comparing(Session::since).reversed())
                .toList();
    }

    /** Ends all sessions of a user. The next request of each has to sign in again. */
    void endAll(String user) {
        informations(user).forEach(SessionInformation::expireNow);
    }

    /**
     * Ends a session.
     *
     * @param user the user whose session it has to be; null for any
     */
    void end(@Nullable String handle, @Nullable String user) {
        informations(user)
                .filter(information -> handle(information.getSessionId()).equals(handle))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no such session any more."))
                .expireNow();
    }

    private Stream<SessionInformation> informations(@Nullable String user) {
        return registry.getAllPrincipals().stream()
                .filter(principal -> user == null || name(principal).equals(user))
                .flatMap(principal -> registry.getAllSessions(principal, false).stream());
    }

    private static Session session(SessionInformation information, Beginning beginning) {
        return new Session(
                handle(information.getSessionId()),
                name(information.getPrincipal()),
                beginning.address(),
                beginning.since(),
                information.getLastRequest().toInstant());
    }

    /** Pages show no id of a session, with which somebody else could take it over. */
    private static String handle(String sessionId) {
        return Sha256.of(sessionId);
    }

    private static String name(Object principal) {
        if (principal instanceof AuthenticatedPrincipal person) {
            return person.getName();
        }
        return principal instanceof UserDetails user ? user.getUsername() : principal.toString();
    }

    private record Beginning(String address, Instant since) {}

    /**
     * A session as pages show it.
     *
     * @param handle what tells it from the others
     */
    record Session(String handle, String user, String address, Instant since, Instant lastSeen) {}
}
