package org.salesetl.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;

/** The service as those see it who use it: two folders, HTTP, and a database to look into. */
interface Service {

    Path inbox();

    Path archive();

    /** Drops a file; one that is dropped later is younger. */
    void drop(String name, String text);

    /** Sends JSON as an admin; the answer's status. */
    int post(String path, String json);

    void saveMapping(String name, String yaml);

    JsonNode get(String path);

    /** Returns when no run is going on. */
    void awaitEnd();

    /** A query's rows, each as its cells with {@code |} between them. */
    List<String> query(String sql);

    void update(String sql);

    /** Whether the books of all files balance, and the sums are those of the facts. */
    void assertBooksBalance();
}
