package org.salesetl.database;

import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
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

    /** A connection for each statement, without a pool; with these properties of the driver. */
    DataSource dataSource(String url, Map<String, String> options) {
        Properties properties = new Properties();
        properties.putAll(options);
        DriverManagerDataSource dataSource = new DriverManagerDataSource(url, name, password);
        dataSource.setConnectionProperties(properties);
        return dataSource;
    }
}
