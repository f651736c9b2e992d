package org.salesetl.user;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SecretFile;
import org.salesetl.vocabulary.Role;
import org.salesetl.web.ConflictException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The user {@code admin}, whom the first start makes. A configured password counts again at each start, whatever became of the user
 * since. If none is configured, the password is generated, and kept in a file until the user changes it.
 */
@Component
class AdminUser {

    static final String NAME = "admin";

    private static final Logger log = LoggerFactory.getLogger(AdminUser.class);

    private final boolean configured;
    private final Path file;

    AdminUser(SalesEtlProperties properties, Accounts accounts) throws IOException {
        this.configured = StringUtils.hasText(properties.adminPassword());
        this.file = properties.adminPasswordFile().toAbsolutePath();
        String password = properties.adminPassword();
        if (configured && password != null) {
            warnOfWeak(password);
            setUp(accounts, password);
            // the first password is not the password any more
            Files.deleteIfExists(file);
        } else if (accounts.all().isEmpty()) {
            addFirst(accounts, keptPassword());
        }
    }

    /** The start goes on: whoever configured the password may need the service to change it. */
    private static void warnOfWeak(String password) {
        if (FirstPassword.isWeak(password)) {
            log.warn("sales-etl.admin-password can be guessed; the doctor says what a password needs");
        }
    }

    /** Several instances may have their first start at once. */
    private static void addFirst(Accounts accounts, String password) {
        try {
            accounts.add(NAME, password, Role.ADMIN, false);
        } catch (ConflictException e) {
            log.debug("Another instance was faster: {}", e.getMessage());
        }
    }

    /** Whether the configuration says the password of this user, so that nobody else can change it. */
    boolean hasConfiguredPassword(@Nullable String name) {
        return configured && NAME.equals(name);
    }

    /**
     * Makes sure that pages can change the password of this user.
     *
     * @throws ConflictException if the configuration says the password
     */
    void requireChangeable(String name) {
        if (hasConfiguredPassword(name)) {
            throw new ConflictException(
                    "The password of admin is configured as sales-etl.admin-password. Change it there.");
        }
    }

    /** Removes the file with the first password of this user, which is not the password any more. */
    void forgetFirstPassword(String name) throws IOException {
        if (NAME.equals(name)) {
            Files.deleteIfExists(file);
        }
    }

    private static void setUp(Accounts accounts, String password) {
        Account known = accounts.find(NAME).orElse(null);
        if (known == null) {
            addFirst(accounts, password);
            return;
        }
        if (!accounts.hasPassword(known, password)) {
            accounts.setPassword(NAME, password, false);
        }
        if (known.role() != Role.ADMIN) {
            accounts.setRole(NAME, Role.ADMIN);
        }
        if (!known.enabled()) {
            accounts.setEnabled(NAME, true);
        }
    }

    private String keptPassword() throws IOException {
        boolean firstStart = !Files.exists(file);
        String password = SecretFile.readOrGenerate(file);
        if (firstStart) {
            log.info("Sign in as admin with the password {} (kept in {})", password, file);
        }
        return password;
    }
}
