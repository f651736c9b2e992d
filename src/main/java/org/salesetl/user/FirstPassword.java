package org.salesetl.user;

/** The password of the user {@code admin} that the configuration may say. */
public final class FirstPassword {

    /** How many characters such a password has at least. */
    public static final int LEAST_CHARACTERS = PasswordRules.LEAST_CHARACTERS;

    private FirstPassword() {}

    /** Whether nobody could choose this password on a page. */
    public static boolean isWeak(String password) {
        return PasswordRules.problem(AdminUser.NAME, password) != null;
    }
}
