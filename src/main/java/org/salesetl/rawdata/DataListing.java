package org.salesetl.rawdata;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table.
 *
 * @param total how many there are without limit and offset
 * @param fileIds the file that each row came from; null for a row that came from none
 */
public record DataListing(
        String table,
        List<String> columns,
        List<List<@Nullable Object>> rows,
        long total,
        @JsonIgnore List<@Nullable Integer> fileIds) {}
