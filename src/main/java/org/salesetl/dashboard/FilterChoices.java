package org.salesetl.dashboard;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The choices for filters.
 *
 * @param categories all categories
 * @param cities the cities with the most customers
 * @param moreCities whether there are more cities than these
 * @param months the months with sales, ascending
 * @param dates the days with sales; null if there is no sale
 */
record FilterChoices(
        List<String> categories,
        List<String> cities,
        boolean moreCities,
        List<YearMonth> months,
        @Nullable DateRange dates) {}
