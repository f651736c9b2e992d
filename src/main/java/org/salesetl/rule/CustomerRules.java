package org.salesetl.rule;

import static org.salesetl.mapping.Column.CITY;
import static org.salesetl.mapping.Column.CUSTOMER_ID;
import static org.salesetl.mapping.Column.EMAIL;
import static org.salesetl.mapping.Column.NAME;

import java.util.HashSet;
import java.util.Set;
import org.salesetl.layout.Row;
import org.salesetl.validation.Judgement;
import org.salesetl.validation.Reason;
import org.salesetl.validation.RowCheck;
import org.salesetl.validation.Rules;

/**
 * The rules for customers: a customer needs an id that no earlier good row of the file has; all other values can be filled in.
 */
final class CustomerRules implements Rules<Customer> {

    private static final String UNKNOWN = "Unknown";

    private final Set<String> seen = new HashSet<>();

    @Override
    public Judgement<Customer> judge(Row row) {
        RowCheck check = new RowCheck(row);
        String id = check.requiredId(CUSTOMER_ID, Reason.MISSING_CUSTOMER_ID);
        String name = check.textOr(NAME, id == null ? "" : id);
        String email = check.email(EMAIL);
        String city = check.textOr(CITY, UNKNOWN);
        if (id != null && seen.contains(id)) {
            check.fault(Reason.DUPLICATE_ID, CUSTOMER_ID, id, "expected an id that no earlier row has");
        }
        if (id == null || !check.isGood()) {
            return check.rejected();
        }
        seen.add(id);
        return check.accepted(new Customer(row.line(), id, name, email, city));
    }
}
