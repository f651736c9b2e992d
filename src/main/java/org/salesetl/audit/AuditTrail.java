package org.salesetl.audit;

import org.jspecify.annotations.Nullable;
import org.salesetl.SqlFile;
import org.salesetl.web.Deed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds entries to the audit. Nothing changes an entry, and only retention removes old entries. If the database does not take an entry of something that has been done,
 * the log has it.
 */
@Component
public class AuditTrail {

    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);
    private static final String INSERT = SqlFile.read("audit/insert-entry");
    private static final int MOST_CHARACTERS = 2000;
    private static final int MOST_OF_A_NAME = 150;
    private static final int MOST_OF_AN_ADDRESS = 64;
    private static final int MOST_OF_A_THING = 255;

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient statements) {
        this.jdbc = statements;
    }

    /** Enters what a request has done, if it has done something that the audit keeps. */
    void enter(Deed deed) {
        Act.of(deed.routeId())
                .filter(act -> deed.isDone())
                .ifPresent(act -> enter(
                        act,
                        deed.caller().user(),
                        deed.caller().address(),
                        act.isOfManyKinds() ? deed.routeId() + " " + deed.thing() : deed.thing(),
                        deed.before(),
                        deed.after()));
    }

    /** Enters a sign-in, a failed sign-in or a sign-out. */
    public void enterSignIn(Act act, @Nullable String user, String address, String detail) {
        enter(act, user, address, "", null, detail);
    }

    /** Enters what the service itself has done. */
    public void enterOfService(Act act, String thing, String detail) {
        enter(act, null, "", thing, null, detail);
    }

    private void enter(
            Act act, @Nullable String user, String address, String thing, @Nullable String before, String after) {
        try {
            jdbc.sql(INSERT)
                    .param("user", bounded(user, MOST_OF_A_NAME))
                    .param("address", bounded(address, MOST_OF_AN_ADDRESS))
                    .param("what", act.label())
                    .param("thing", bounded(thing, MOST_OF_A_THING))
                    .param("before", bounded(before, MOST_CHARACTERS))
                    .param("after", bounded(after, MOST_CHARACTERS))
                    .update();
        } catch (DataAccessException e) {
            log.error(
                    "The audit did not take an entry: {} by {} from {}: {}: {}",
                    act.label(),
                    user,
                    address,
                    onOneLine(thing),
                    e.getMessage());
        }
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static @Nullable String bounded(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
