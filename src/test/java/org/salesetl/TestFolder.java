package org.salesetl;

import java.nio.file.Path;

/** The folders of the tests of this process: the classes are tested by several processes at once, each with folders of its own. */
public final class TestFolder {

    private static final Path ALL = Path.of(System.getProperty("tests.folder", "target"));

    private TestFolder() {}

    /** The folder of this name, from the working folder on; this method does not make the folder. */
    public static Path of(String name) {
        return ALL.resolve(name);
    }
}
