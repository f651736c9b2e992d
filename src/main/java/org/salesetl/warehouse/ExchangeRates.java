package org.salesetl.warehouse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;
import org.springframework.stereotype.Component;

/**
 * The rates of the currencies that the current file names, in memory. A load reads them if its file names another currency than that of
 * the warehouse, and only the run that holds the lease changes them.
 */
@Component
public class ExchangeRates {

    /** A weekend with holidays around it has no rates of its own. */
    private static final int DAYS = 7;

    private Map<String, NavigableMap<LocalDate, BigDecimal>> rates = Map.of();

    /** Sets the rates from rows of {@code currency}, {@code date} and {@code rate}. */
    public synchronized void remember(List<SqlRow> rows) {
        Map<String, NavigableMap<LocalDate, BigDecimal>> read = new HashMap<>();
        for (SqlRow row : rows) {
            read.computeIfAbsent(row.text("currency"), none -> new TreeMap<>())
                    .put(LocalDate.parse(row.text("date")), row.decimal("rate"));
        }
        rates = read;
    }

    /**
     * What one unit of a currency was worth in the currency of the warehouse: the latest rate of the seven days up to this day.
     *
     * @return null if these days have no rate
     */
    public synchronized @Nullable BigDecimal of(String currency, LocalDate day) {
        NavigableMap<LocalDate, BigDecimal> known = rates.get(currency);
        Map.Entry<LocalDate, BigDecimal> latest = known == null ? null : known.floorEntry(day);
        return latest == null || !latest.getKey().isAfter(day.minusDays(DAYS)) ? null : latest.getValue();
    }
}
