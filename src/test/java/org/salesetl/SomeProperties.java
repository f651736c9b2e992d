package org.salesetl;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The service's configuration as a test wants it: the defaults, and what it names. */
public final class SomeProperties {

    private SomeProperties() {}

    /** The defaults. */
    public static SalesEtlProperties defaults() {
        return with(Map.of());
    }

    /** The defaults and one key below {@code sales-etl}. */
    public static SalesEtlProperties with(String key, Object value) {
        return with(Map.of(key, value));
    }

    /** The defaults and these keys below {@code sales-etl}. */
    public static SalesEtlProperties with(Map<String, ?> values) {
        Map<String, Object> source = new HashMap<>();
        values.forEach((key, value) -> source.put("sales-etl." + key, value));
        return new Binder(new MapConfigurationPropertySource(source))
                .bindOrCreate("sales-etl", SalesEtlProperties.class);
    }
}
