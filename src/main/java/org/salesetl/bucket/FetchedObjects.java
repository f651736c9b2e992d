package org.salesetl.bucket;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SqlFile;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Which objects have been fetched, by whichever instance. The bucket itself is only read. */
@Component
class FetchedObjects {

    private static final String SELECT_KNOWN = SqlFile.read("bucket/select-known-objects");
    private static final String ENTER = SqlFile.read("bucket/enter-object");

    private final NamedParameterJdbcTemplate jdbc;
    private final String bucket;

    FetchedObjects(NamedParameterJdbcTemplate jdbc, SalesEtlProperties properties) {
        this.jdbc = jdbc;
        this.bucket = properties.bucket().place();
    }

    /** The objects that nobody has fetched and that are for us. */
    List<ListedObject> unknown(List<ListedObject> page) {
        Map<String, ListedObject> byHash = new LinkedHashMap<>();
        page.stream().filter(object -> !object.isOfWriter()).forEach(object -> byHash.put(object.hash(bucket), object));
        if (!byHash.isEmpty()) {
            jdbc.queryForList(SELECT_KNOWN, Map.of("hashes", List.copyOf(byHash.keySet())), String.class)
                    .forEach(byHash::remove);
        }
        return List.copyOf(byHash.values());
    }

    /** Notes that the objects lie in the inbox. */
    void enter(List<ListedObject> objects) {
        jdbc.batchUpdate(
                ENTER,
                objects.stream()
                        .map(object -> new MapSqlParameterSource("hash", object.hash(bucket)))
                        .toArray(SqlParameterSource[]::new));
    }
}
