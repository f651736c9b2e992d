package org.salesetl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.salesetl.database.MariaDb;
import org.springframework.util.FileSystemUtils;

/** A new, empty database server, which is made once for all tests with this folder: a copy takes a tenth of the time. */
public final class TestServer {

    private static final Path FIRST = TestFolder.of("mariadb").toAbsolutePath();
    private static final Path MADE = FIRST.resolve("made");

    private TestServer() {}

    /** Copies the data of the server into this folder; gives the programs. */
    public static synchronized MariaDb copyData(Path data) throws IOException, InterruptedException {
        MariaDb programs = new MariaDb(FIRST);
        if (!Files.exists(MADE)) {
            FileSystemUtils.deleteRecursively(FIRST);
            programs.unpack();
            programs.makeData();
            Files.createFile(MADE);
        }
        FileSystemUtils.copyRecursively(FIRST.resolve("data"), data);
        return programs;
    }

    /** Leaves in the folder of an embedded server what its first start would leave there, unless it has been started before. */
    public static void install(Path home) {
        Path installed = home.resolve("installed");
        if (Files.exists(installed)) {
            return;
        }
        try {
            FileSystemUtils.deleteRecursively(home);
            copyData(home.resolve("data"));
            Files.createSymbolicLink(home.resolve("base"), FIRST.resolve("base"));
            Files.createFile(installed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
