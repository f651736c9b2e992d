package org.salesetl.rawdata;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a table.
 *
 * @param table the name of the table
 * @param columns the names of the columns
 * @param rows a list of values for each row, in the order of the columns
 * @param total the number of all rows that match, without limit and offset
 * @param fileIds the number of the file that each row came from; null for a row that came from no file
 */
public record DataListing(
        String table,
        List<String> columns,
        List<List<@Nullable Object>> rows,
        long total,
        @JsonIgnore List<@Nullable Integer> fileIds) {}
