package org.salesetl.rule;

import static org.salesetl.mapping.Column.CURRENCY;
import static org.salesetl.mapping.Column.DATE;
import static org.salesetl.mapping.Column.RATE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Row;
import org.salesetl.validation.Judgement;
import org.salesetl.validation.Reason;
import org.salesetl.validation.RowCheck;
import org.salesetl.validation.Rules;

/**
 * The rules for rates: a rate needs a day, a currency, and a number above zero, and no earlier good row of the file may have the same
 * currency and day.
 */
final class RateRules implements Rules<Rate> {

    private final LocalDate lastDay;
    private final Set<Key> seen = new HashSet<>();

    RateRules(LocalDate today) {
        this.lastDay = today.plusDays(1);
    }

    @Override
    public Judgement<Rate> judge(Row row) {
        RowCheck check = new RowCheck(row);
        LocalDate date = check.date(DATE, lastDay);
        String currency = check.requiredCurrency(CURRENCY);
        @Nullable BigDecimal rate = check.rate(RATE);
        if (date == null || currency == null || rate == null) {
            return check.rejected();
        }
        Key key = new Key(currency, date);
        if (seen.contains(key)) {
            check.fault(
                    Reason.DUPLICATE_ID,
                    DATE,
                    date + " " + currency,
                    "expected a currency and a day that no earlier row has");
        }
        if (!check.isGood()) {
            return check.rejected();
        }
        seen.add(key);
        return check.accepted(new Rate(row.line(), currency, date, rate));
    }

    private record Key(String currency, LocalDate date) {}
}
