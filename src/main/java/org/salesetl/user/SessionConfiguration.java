package org.salesetl.user;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the sessions in the database. So somebody who has signed in on one instance is signed in on all of them, and stays so when an
 * instance ends.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

    private static final String TABLE = "user_session";

    @Bean
    FindByIndexNameSessionRepository<? extends Session> sessionRepository(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, ServerProperties server) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        JdbcIndexedSessionRepository repository = new JdbcIndexedSessionRepository(jdbc, transaction);
        repository.setTableName(TABLE);
        repository.setConversionService(SessionFormat.conversions());
        repository.setDefaultMaxInactiveInterval(
                server.getServlet().getSession().getTimeout());
        new MySqlJdbcIndexedSessionRepositoryCustomizer().customize(repository);
        return new PatientSessions<>(repository);
    }

    /** A request whose session the database does not tell goes on without a session, so that it gets an answer in words. */
    @Bean
    HttpSessionIdResolver sessionIds(CookieSerializer cookies) {
        CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
        ids.setCookieSerializer(cookies);
        return new HttpSessionIdResolver() {
            @Override
            public List<String> resolveSessionIds(HttpServletRequest request) {
                return Sessions.areAway(request) ? List.of() : ids.resolveSessionIds(request);
            }

            @Override
            public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
                ids.setSessionId(request, response, id);
            }

            @Override
            public void expireSession(HttpServletRequest request, HttpServletResponse response) {
                ids.expireSession(request, response);
            }
        };
    }
}
