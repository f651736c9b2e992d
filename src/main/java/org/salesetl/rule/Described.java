package org.salesetl.rule;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What a wide row says about its customer and its product; null where it says nothing. */
public record Described(
        @Nullable String customerName,
        @Nullable String email,
        @Nullable String city,
        @Nullable String productName,
        @Nullable String category)
        implements Serializable {}
