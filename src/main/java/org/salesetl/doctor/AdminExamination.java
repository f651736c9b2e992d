package org.salesetl.doctor;

import static org.salesetl.Diagnosis.ok;
import static org.salesetl.Diagnosis.warning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.Diagnosis;
import org.salesetl.user.FirstPassword;
import org.springframework.util.StringUtils;

/** Looks whether somebody could guess the password of the user {@code admin} that is configured. */
final class AdminExamination {

    private static final String ADMIN = "admin";

    private AdminExamination() {}

    /**
     * What was found; nothing if no password is configured, since a generated one is good.
     *
     * @param password the configured password
     */
    static List<Diagnosis> examine(@Nullable String password) {
        if (!StringUtils.hasText(password)) {
            return List.of();
        }
        return List.of(
                FirstPassword.isWeak(password)
                        ? warning(
                                ADMIN,
                                "sales-etl.admin-password can be guessed: expected at least "
                                        + FirstPassword.LEAST_CHARACTERS
                                        + " characters that are no common password and do not name the user")
                        : ok(ADMIN, "the configured password is hard to guess"));
    }
}
