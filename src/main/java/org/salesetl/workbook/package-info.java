/**
 * Turns workbooks of all makes, and the tables of web pages, into CSV: row 812 of a sheet is record 812 of its file. No file of
 * any make can take more memory, disk or time than its bounds allow.
 */
@NullMarked
package org.salesetl.workbook;

import org.jspecify.annotations.NullMarked;
