package org.salesetl.database;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesetl.RefusedStartException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.StringUtils;

/** Refuses a start with the address of a database that the driver would not understand, or that names no database. */
public class AddressCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Pattern ADDRESS = Pattern.compile("jdbc:mysql[^/?]*//[^/?]*/[^/?]+(\\?.*)?");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        require(context.getEnvironment().getProperty("spring.datasource.url"));
    }

    /**
     * Makes sure that the address names a database.
     *
     * @param address null or empty if the service shall bring a database of its own
     * @throws RefusedStartException if it does not
     */
    static void require(@Nullable String address) {
        if (StringUtils.hasText(address) && !ADDRESS.matcher(address).matches()) {
            throw new RefusedStartException(
                    "spring.datasource.url: expected an address with a server and a database, such as"
                            + " jdbc:mysql://localhost:3306/sales, but found " + withoutSecrets(address) + ".",
                    "Correct it; jdbc:mysql is right for MariaDB, too. Without that key the service brings a database of its own.");
        }
    }

    /** The parameters may hold a password, and so may what stands before the server. */
    private static String withoutSecrets(String address) {
        int parameters = address.indexOf('?');
        String shown = parameters < 0 ? address : address.substring(0, parameters);
        return shown.replaceAll("//.*@", "//…@");
    }
}
