package org.salesetl.layout;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The customers whom somebody has forgotten, each under another id. */
public interface Pseudonyms extends Serializable {

    /** Nobody has been forgotten. */
    Pseudonyms NONE = new HashedPseudonyms("", List.of());

    /** The id under which the sales of a forgotten customer stay; null if the customer has not been forgotten. */
    @Nullable
    String of(String customerId);
}
