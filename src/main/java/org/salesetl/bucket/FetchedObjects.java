package org.salesetl.bucket;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SqlFile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which objects have been fetched, by whichever instance. The bucket itself is only read. */
@Component
class FetchedObjects {

    private static final String SELECT_KNOWN = SqlFile.read("bucket/select-known-objects");
    private static final String ENTER = SqlFile.read("bucket/enter-object");

    private final JdbcTemplate jdbc;
    private final String bucket;

    FetchedObjects(JdbcTemplate jdbc, SalesEtlProperties properties) {
        this.jdbc = jdbc;
        this.bucket = String.valueOf(properties.bucket().name());
    }

    /** The objects that nobody has fetched. */
    List<ListedObject> unknown(List<ListedObject> page) {
        List<ListedObject> objects =
                page.stream().filter(object -> !object.isFolder()).toList();
        if (objects.isEmpty()) {
            return List.of();
        }
        Object[] hashes = objects.stream().map(object -> object.hash(bucket)).toArray();
        String marks = String.join(", ", Collections.nCopies(hashes.length, "?"));
        Set<String> known =
                new HashSet<>(jdbc.queryForList(SELECT_KNOWN.replace(":hashes", marks), String.class, hashes));
        return objects.stream()
                .filter(object -> !known.contains(object.hash(bucket)))
                .toList();
    }

    /** Notes that the object lies in the inbox. */
    void enter(ListedObject object) {
        jdbc.update(ENTER, object.hash(bucket));
    }
}
