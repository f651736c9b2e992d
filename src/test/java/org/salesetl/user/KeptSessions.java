package org.salesetl.user;

import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** The sessions that the database keeps. */
public final class KeptSessions {

    private KeptSessions() {}

    /** Changes all sessions of a user. */
    @SuppressWarnings("unchecked") // nobody but the repository knows the type of its sessions
    public static void change(ApplicationContext context, String user, Consumer<Session> change) {
        FindByIndexNameSessionRepository<Session> repository = context.getBean(FindByIndexNameSessionRepository.class);
        repository.findByPrincipalName(user).values().forEach(session -> {
            change.accept(session);
            repository.save(session);
        });
    }

    /** How many sessions there are. */
    public static int count(JdbcTemplate jdbc) {
        return jdbc.queryForList("SELECT SESSION_ID FROM user_session").size();
    }
}
