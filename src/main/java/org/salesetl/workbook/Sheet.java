package org.salesetl.workbook;

import java.nio.file.Path;

/**
 * A sheet of a workbook, or a table of a web page.
 *
 * @param name its name in the workbook
 * @param file the CSV that was made of it
 * @param columns how many columns it has at most
 */
public record Sheet(String name, Path file, int columns) {}
