package org.salesetl.archive;

import java.nio.file.Path;

/**
 * A loaded file in the archive.
 *
 * @param path where it is
 * @param archivedAs the same path, starting at the archive folder
 * @param name its name when it was dropped
 */
public record ArchivedFile(Path path, String archivedAs, String name) {}
