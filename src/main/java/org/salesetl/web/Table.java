package org.salesetl.web;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table to take away.
 *
 * @param name the file's name without its ending, and fit for one: from our own lists
 * @param title what its sheet is called in a workbook
 * @param columns their names
 * @param rows one list a row, its values in the order of the columns; read once
 */
public record Table(
        String name, String title, List<String> columns, Iterator<? extends List<? extends @Nullable Object>> rows) {}
