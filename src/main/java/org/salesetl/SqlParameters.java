package org.salesetl;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something on its way through routes that statements read their named parameters from: {@code :#fileId} is its {@code fileId}. */
public interface SqlParameters {

    /** The parameters by their names. */
    Map<String, @Nullable Object> parameters();
}
