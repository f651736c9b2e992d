package org.salesetl.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;

/**
 * The same question about the same days a year before.
 *
 * @param from the first of these days
 * @param to the last of these days
 * @param values the value of each row by its first column; a month, week or day has the name of that a year later. Rows without a sale are
 *     absent.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record YearBefore(LocalDate from, LocalDate to, Map<String, Object> values) {}
