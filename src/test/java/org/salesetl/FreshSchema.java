package org.salesetl;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.salesetl.database.Schema;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** Lets a service that a test starts find a database server, and makes its tables anew, whatever an earlier test has left. */
@TestConfiguration(proxyBeanMethods = false)
public class FreshSchema {

    /** An embedded server would unpack and install itself anew for each application. */
    @Bean
    static BeanFactoryPostProcessor installedServer(Environment environment) {
        return factory -> {
            if (!environment.containsProperty("spring.datasource.url")) {
                TestServer.install(Path.of(environment.getRequiredProperty("sales-etl.data"))
                        .resolve("mariadb")
                        .toAbsolutePath());
            }
        };
    }

    @Bean
    @Primary
    static FlywayMigrationStrategy freshSchema() {
        return (Flyway flyway) -> {
            flyway.clean();
            new Schema().migrate(flyway);
        };
    }
}
