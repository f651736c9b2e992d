package org.salesetl.database;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** A name and a password with which a command signs in at the database server, as the settings of the service have them. */
record Login(String name, String password) {

    /** That of the service. */
    static Login ofService(Environment environment) {
        return new Login(
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""));
    }

    /** That of the user who owns the tables; null if the user of the service does. */
    static @Nullable Login ofOwner(Environment environment) {
        String name = environment.getProperty("spring.flyway.user");
        return StringUtils.hasText(name)
                ? new Login(name, environment.getProperty("spring.flyway.password", ""))
                : null;
    }
}
