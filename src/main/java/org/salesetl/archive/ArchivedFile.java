package org.salesetl.archive;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Mapping;

/**
 * A loaded file in the archive.
 *
 * @param path where it is
 * @param archivedAs the same path, starting at the archive folder
 * @param name its name when it was dropped
 * @param mapping the mapping that reads it; null if its header decides
 */
public record ArchivedFile(
        Path path, String archivedAs, String name, @Nullable Mapping mapping) {}
