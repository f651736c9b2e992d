package org.salesetl.sql;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message body from which SQL statements read their named parameters: {@code :#fileId} is its {@code fileId}. */
public interface SqlParameters {

    /** The parameters by their names. */
    Map<String, @Nullable Object> parameters();
}
