package org.salesetl.web;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table for a file.
 *
 * @param name the name of the file without its ending; never text of a client
 * @param title the name of the sheet in a workbook
 * @param columns the names of the columns
 * @param rows a list of values for each row, in the order of the columns; the rows can be read once
 */
public record Table(
        String name, String title, List<String> columns, Iterator<? extends List<? extends @Nullable Object>> rows) {}
