package org.salesetl.user;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlFile;
import org.salesetl.sql.SqlRow;
import org.salesetl.vocabulary.Role;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.ConflictException;
import org.salesetl.web.NotFoundException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts in the database. Somebody who may manage users is always left. */
@Component
public class Accounts {

    private static final String ALL = SqlFile.read("user/select-accounts");
    private static final String ONE = SqlFile.read("user/select-account");
    private static final String LOCK_ADMINS = SqlFile.read("user/lock-admins");
    private static final String INSERT = SqlFile.read("user/insert-account");
    private static final String SET_PASSWORD = SqlFile.read("user/set-password");
    private static final String SET_ROLE = SqlFile.read("user/set-role");
    private static final String SET_ENABLED = SqlFile.read("user/set-enabled");
    private static final String DELETE = SqlFile.read("user/delete-account");

    private static final String NAME = "name";
    private static final Pattern NAMES = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
    private static final int MOST_ACCOUNTS = 1000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PasswordEncoder encoder;

    Accounts(JdbcClient statements, PlatformTransactionManager transactions, PasswordEncoder encoder) {
        this.jdbc = statements;
        this.transaction = new TransactionTemplate(transactions);
        this.encoder = encoder;
    }

    /** All accounts, by their names. */
    List<Account> all() {
        return jdbc.sql(ALL).query().listOfRows().stream()
                .map(SqlRow::new)
                .map(Account::of)
                .toList();
    }

    /** The account with this name. */
    public Optional<Account> find(@Nullable String name) {
        return jdbc.sql(ONE).param(NAME, name).query().listOfRows().stream()
                .map(SqlRow::new)
                .map(Account::of)
                .findFirst();
    }

    /** Whether this is the password of the account. */
    boolean hasPassword(Account account, @Nullable String password) {
        return password != null && encoder.matches(password, account.password());
    }

    /**
     * Adds an account.
     *
     * @param oneTime whether the user has to change the password before anything else
     * @throws BadRequestException if no account may have this name
     * @throws ConflictException if there is one with this name, or if there are too many
     */
    void add(@Nullable String name, String password, Role role, boolean oneTime) {
        if (name == null || !NAMES.matcher(name).matches()) {
            throw new BadRequestException(
                    NAME,
                    "1 to 64 of the characters a to z, 0 to 9, ., _, @ and -, the first one a letter or a digit,",
                    String.valueOf(name));
        }
        if (all().size() >= MOST_ACCOUNTS) {
            throw new ConflictException("There are " + MOST_ACCOUNTS + " users already. Delete one first.");
        }
        try {
            jdbc.sql(INSERT)
                    .param(NAME, name)
                    .param("password", encoder.encode(password))
                    .param("role", role.label())
                    .param("oneTime", oneTime)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new ConflictException("There is a user " + name + " already.");
        }
    }

    /**
     * Gives an account another password.
     *
     * @param oneTime whether the user has to change it before anything else
     */
    void setPassword(String name, String password, boolean oneTime) {
        require(
                jdbc.sql(SET_PASSWORD)
                        .param(NAME, name)
                        .param("password", encoder.encode(password))
                        .param("oneTime", oneTime)
                        .update(),
                name);
    }

    /** Gives an account another role. */
    void setRole(String name, Role role) {
        keepingAnAdmin(
                name, role == Role.ADMIN, jdbc.sql(SET_ROLE).param(NAME, name).param("role", role.label()));
    }

    /** Lets a user sign in, or not. */
    void setEnabled(String name, boolean enabled) {
        keepingAnAdmin(name, enabled, jdbc.sql(SET_ENABLED).param(NAME, name).param("enabled", enabled));
    }

    /** Deletes an account. */
    void delete(String name) {
        keepingAnAdmin(name, false, jdbc.sql(DELETE).param(NAME, name));
    }

    private void keepingAnAdmin(String name, boolean staysAdmin, JdbcClient.StatementSpec change) {
        transaction.executeWithoutResult(status -> {
            List<String> admins = jdbc.sql(LOCK_ADMINS).query(String.class).list();
            if (!staysAdmin && admins.equals(List.of(name))) {
                throw new ConflictException(
                        name + " is the last admin who may sign in. Make another user an admin first.");
            }
            require(change.update(), name);
        });
    }

    private static void require(int changed, String name) {
        if (changed == 0) {
            throw new NotFoundException("There is no user " + name + ".");
        }
    }
}
