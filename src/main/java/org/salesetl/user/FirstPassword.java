package org.salesetl.user;

/** The password of the user {@code admin} that the configuration may say. */
public final class FirstPassword {

    /** What is wrong with a password that is {@link #isWeak weak}, as a sentence for whoever runs the service. */
    public static final String WEAK = "sales-etl.admin-password can be guessed: expected at least "
            + PasswordRules.LEAST_CHARACTERS + " characters that are no common password and do not name the user.";

    private FirstPassword() {}

    /** Whether nobody could choose this password on a page. */
    public static boolean isWeak(String password) {
        return PasswordRules.problem(AdminUser.NAME, password) != null;
    }
}
