package org.salesetl.bucket;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SqlFile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which objects have been fetched, by whichever instance. The bucket itself is only read. An instance claims an object before it
 * fetches the object; the claim of an instance that dies ends after ten minutes.
 */
@Component
class FetchedObjects {

    private static final String SELECT_KNOWN = SqlFile.read("bucket/select-known-objects");
    private static final String KNOW = SqlFile.read("bucket/know-object");
    private static final String CLAIM = SqlFile.read("bucket/claim-object");
    private static final String CONFIRM = SqlFile.read("bucket/confirm-object");
    private static final String RELEASE = SqlFile.read("bucket/release-object");

    private final JdbcTemplate jdbc;
    private final String bucket;

    FetchedObjects(JdbcTemplate jdbc, SalesEtlProperties properties) {
        this.jdbc = jdbc;
        this.bucket = String.valueOf(properties.bucket().name());
    }

    /** The objects that nobody has fetched or is fetching. */
    List<ListedObject> unknown(List<ListedObject> page) {
        List<ListedObject> objects =
                page.stream().filter(object -> !object.isFolder()).toList();
        if (objects.isEmpty()) {
            return List.of();
        }
        List<String> hashes = objects.stream().map(this::hash).toList();
        String marks = String.join(", ", Collections.nCopies(hashes.size(), "?"));
        Set<String> known = new HashSet<>(jdbc.queryForList(
                SELECT_KNOWN.replace(":hashes", marks), String.class, new ArrayList<>(hashes).toArray()));
        return objects.stream().filter(object -> !known.contains(hash(object))).toList();
    }

    String hash(ListedObject object) {
        return object.hash(bucket);
    }

    /** Whether this instance is the one that fetches the object. */
    boolean claim(String hash) {
        jdbc.update(KNOW, hash);
        return jdbc.update(CLAIM, hash) == 1;
    }

    /** Notes that the object lies in the inbox. */
    void confirm(String hash) {
        jdbc.update(CONFIRM, hash);
    }

    /** Gives the claim back. */
    void release(String hash) {
        jdbc.update(RELEASE, hash);
    }
}
