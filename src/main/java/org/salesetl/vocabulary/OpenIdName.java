package org.salesetl.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * The names of people whom a provider of OpenID Connect vouches for, such as {@code openid:ada}. No account of this service can have a
 * colon in its name, so nobody whom the provider calls {@code admin} is taken for the user {@code admin}.
 */
public final class OpenIdName {

    private static final String BEGINNING = "openid:";

    private OpenIdName() {}

    /**
     * The name of a person in this service.
     *
     * @param told the name that the provider tells
     */
    public static String of(String told) {
        return BEGINNING + told;
    }

    /** The name that the provider has told; any other name, or null, as it is. */
    public static @Nullable String told(@Nullable String name) {
        return name != null && is(name) ? name.substring(BEGINNING.length()) : name;
    }

    /** Whether this is such a name; null is none. */
    public static boolean is(@Nullable String name) {
        return name != null && name.startsWith(BEGINNING);
    }
}
