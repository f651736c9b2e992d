package org.salesetl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.util.FileSystemUtils;

/**
 * A schema on the server, and the folders of the service that loads it.
 *
 * @param schema the schema's name
 * @param home where the service runs; its inbox, archive and data are below
 */
record Warehouse(Server server, String schema, Path home) {

    /** An empty one; what had this name before is gone. */
    static Warehouse empty(Server server, String schema, Path folder) throws IOException, SQLException {
        server.recreate(schema);
        Path home = folder.resolve(schema);
        FileSystemUtils.deleteRecursively(home);
        Files.createDirectories(home.resolve("inbox"));
        Files.createDirectories(home.resolve("outbox"));
        return new Warehouse(server, schema, home);
    }

    Path inbox() {
        return home.resolve("inbox");
    }

    /** Where files get ready to be dropped. */
    Path outbox() {
        return home.resolve("outbox");
    }

    /** Gives the disk back. */
    void drop() throws IOException, SQLException {
        server.drop(schema);
        FileSystemUtils.deleteRecursively(home);
    }
}
