package org.salesetl;

import org.flywaydb.core.Flyway;
import org.salesetl.database.Schema;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Makes the tables anew when a test starts the service, whatever an earlier test has left. */
@TestConfiguration(proxyBeanMethods = false)
public class FreshSchema {

    @Bean
    @Primary
    static FlywayMigrationStrategy freshSchema() {
        return (Flyway flyway) -> {
            flyway.clean();
            new Schema().migrate(flyway);
        };
    }
}
