package org.salesetl.registry;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;

/**
 * A change of a saved mapping.
 *
 * @param name the mapping
 * @param yaml its new document; null if it is deleted
 */
record SavedChange(String name, @Nullable String yaml) implements SqlParameters {

    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("name", name);
        parameters.put("yaml", yaml);
        return parameters;
    }
}
