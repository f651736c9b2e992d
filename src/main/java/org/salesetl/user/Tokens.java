package org.salesetl.user;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlFile;
import org.salesetl.sql.SqlRow;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.vocabulary.Role;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.ConflictException;
import org.salesetl.web.ForbiddenException;
import org.salesetl.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tokens with which programs sign in. */
@Component
public class Tokens {

    /** The beginning of every token, by which people and programs that look for secrets recognise one. */
    public static final String PREFIX = "salesetl_";

    private static final String INSERT = SqlFile.read("user/insert-token");
    private static final String SELECT = SqlFile.read("user/select-tokens");
    private static final String FIND = SqlFile.read("user/select-token");
    private static final String DELETE = SqlFile.read("user/delete-token");

    private static final int SECRET_BYTES = 32;
    private static final int MOST_CHARACTERS = 64;
    private static final int MOST_TOKENS = 50;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    Tokens(JdbcClient statements, Clock clock) {
        this.jdbc = statements;
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @param account the user who makes it
     * @return the token itself, which is kept nowhere
     * @throws BadRequestException if the name is too long, or the last day is past or more than a year ahead
     * @throws ForbiddenException if the user may not do what the token should allow
     * @throws ConflictException if the user has too many
     */
    String make(Account account, @Nullable String name, Role role, @Nullable LocalDate lastDay) {
        if (name == null || name.isBlank() || name.length() > MOST_CHARACTERS) {
            throw new BadRequestException("name", "1 to " + MOST_CHARACTERS + " characters", String.valueOf(name));
        }
        LocalDate today = LocalDate.now(clock);
        if (lastDay == null || lastDay.isBefore(today) || lastDay.isAfter(today.plusYears(1))) {
            throw new BadRequestException(
                    "last-day", "a day from today to " + today.plusYears(1), String.valueOf(lastDay));
        }
        if (!account.role().includes(role)) {
            throw new ForbiddenException("a role of at most " + account.role().label(), role.label());
        }
        if (of(account.name()).size() >= MOST_TOKENS) {
            throw new ConflictException("There are " + MOST_TOKENS + " tokens already. Revoke one first.");
        }
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        jdbc.sql(INSERT)
                .param("user", account.name())
                .param("name", name)
                .param("role", role.label())
                .param("hash", Sha256.of(secret))
                .param("lastDay", lastDay)
                .update();
        return secret;
    }

    /** The tokens of this user; those of all users if the user is null. */
    List<Token> of(@Nullable String user) {
        return jdbc.sql(SELECT).param("user", user).query().listOfRows().stream()
                .map(SqlRow::new)
                .map(Token::of)
                .toList();
    }

    /** Who signs in with this token, and what the token allows now; empty if it does not count any more. */
    public Optional<Holder> find(String secret) {
        return jdbc
                .sql(FIND)
                .param("hash", Sha256.of(secret))
                .param("today", LocalDate.now(clock))
                .query()
                .listOfRows()
                .stream()
                .map(SqlRow::new)
                .map(Holder::of)
                .findFirst();
    }

    /**
     * Makes a token count no more.
     *
     * @param user the user whose token it has to be; null for any
     */
    void revoke(int id, @Nullable String user) {
        if (jdbc.sql(DELETE).param("id", id).param("user", user).update() == 0) {
            throw new NotFoundException("There is no such token.");
        }
    }

    /**
     * A program that signs in with a token.
     *
     * @param name the names of the user and of the token
     * @param role the role of the token, or of its user if that is lower
     */
    public record Holder(String name, Role role) {

        static Holder of(SqlRow row) {
            Role user = Labelled.of(Role.class, row.text("user_role"));
            Role token = Labelled.of(Role.class, row.text("role"));
            return new Holder(
                    row.text("user_name") + " (" + row.text("name") + ")", user.includes(token) ? token : user);
        }
    }
}
