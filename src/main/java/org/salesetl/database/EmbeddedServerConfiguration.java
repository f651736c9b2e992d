package org.salesetl.database;

import org.salesetl.SalesEtlProperties;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Starts a database server of our own if no {@code spring.datasource.url} is given. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedServerConfiguration.NoServerConfigured.class)
class EmbeddedServerConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedServer embeddedServer(SalesEtlProperties properties) {
        return EmbeddedServer.start(EmbeddedServer.home(properties.data()));
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedServer server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return EmbeddedServer.USER;
            }

            @Override
            public String getPassword() {
                return server.password();
            }

            @Override
            public String getJdbcUrl() {
                return server.url();
            }
        };
    }

    static final class NoServerConfigured extends SpringBootCondition {
        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            boolean configured = StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
            return new ConditionOutcome(
                    !configured, ConditionMessage.of("spring.datasource.url is " + (configured ? "set" : "not set")));
        }
    }
}
