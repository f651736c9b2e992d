package org.salesetl.layout;

import org.jspecify.annotations.Nullable;

/** The customers whom somebody has forgotten, each under another id. */
public interface Pseudonyms {

    /** Nobody has been forgotten. */
    Pseudonyms NONE = customerId -> null;

    /** The id under which the sales of a forgotten customer stay; null if the customer has not been forgotten. */
    @Nullable
    String of(String customerId);
}
