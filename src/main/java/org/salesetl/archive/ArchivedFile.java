package org.salesetl.archive;

import java.nio.file.Path;

/**
 * A loaded file in the archive.
 *
 * @param path where it is
 * @param archivedAs the same, from the archive folder on
 * @param name its name as it was dropped
 */
public record ArchivedFile(Path path, String archivedAs, String name) {}
