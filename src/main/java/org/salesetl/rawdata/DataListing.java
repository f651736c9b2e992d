package org.salesetl.rawdata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table.
 *
 * @param total how many there are without limit and offset
 */
public record DataListing(String table, List<String> columns, List<List<@Nullable Object>> rows, long total) {}
