package org.salesetl;

import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs the statements that are no part of a route. The database gives them up like those of pages. */
@Configuration(proxyBeanMethods = false)
class StatementConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    JdbcClient statements(DataSource dataSource, SalesEtlProperties properties) {
        JdbcTemplate limited = new JdbcTemplate(dataSource);
        limited.setQueryTimeout(properties.querySeconds());
        return JdbcClient.create(limited);
    }
}
