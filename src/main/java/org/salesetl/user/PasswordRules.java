package org.salesetl.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which passwords users may choose. */
final class PasswordRules {

    static final int LEAST_CHARACTERS = 12;

    /** Shorter names are parts of many words. */
    private static final int LEAST_OF_A_NAME = 4;

    /** The hash looks at no more bytes. */
    private static final int MOST_BYTES = 72;

    /** Takes more than 10^8 guesses for somebody who knows the common passwords, names and patterns. */
    private static final int LEAST_SCORE = 3;

    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GENERATED_CHARACTERS = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordRules() {}

    /** The key of the sentence that says why a user may not have this password; null if the user may. */
    static @Nullable String problem(String user, String password) {
        if (password.length() < LEAST_CHARACTERS) {
            return "account.short";
        }
        if (password.getBytes(UTF_8).length > MOST_BYTES) {
            return "account.long";
        }
        if (user.length() >= LEAST_OF_A_NAME
                && password.toLowerCase(Locale.ROOT).contains(user.toLowerCase(Locale.ROOT))) {
            return "account.name-in-password";
        }
        return new Zxcvbn().measure(password, List.of(user)).getScore() < LEAST_SCORE ? "account.common" : null;
    }

    /** A random password without characters that look alike. */
    static String generate() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GENERATED_CHARACTERS; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return password.toString();
    }
}
