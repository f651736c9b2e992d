package org.salesetl.rule;

import java.time.Clock;
import java.time.LocalDate;
import org.salesetl.validation.Rules;
import org.salesetl.vocabulary.Kind;
import org.salesetl.work.WorkFolder;

/** Opens fresh rules for each file, by what the file brings. */
public final class RuleBook {

    private final Clock clock;
    private final WorkFolder folder;

    /**
     * @param clock tells which day is today
     * @param folder where the rules keep what they remember of a large file
     */
    public RuleBook(Clock clock, WorkFolder folder) {
        this.clock = clock;
        this.folder = folder;
    }

    /** Rules that have not seen any row yet. */
    public Rules<?> rules(Kind kind) {
        LocalDate today = LocalDate.now(clock);
        return switch (kind) {
            case CUSTOMERS -> new CustomerRules();
            case PRODUCTS -> new ProductRules();
            case SALES -> new SaleRules(today, new KeysOfFile(folder));
            case RATES -> new RateRules(today);
        };
    }
}
