package org.salesetl.security;

import org.jspecify.annotations.Nullable;
import org.salesetl.vocabulary.Role;

/**
 * What a request needs.
 *
 * @param open whether everybody may send the request, also without a sign-in
 * @param role the lowest role that a user needs; null if any user will do
 */
public record Right(boolean open, @Nullable Role role) {}
