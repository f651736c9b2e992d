package org.salesetl.quarantine;

import java.math.BigDecimal;
import java.util.Objects;
import org.salesetl.SqlRow;

/**
 * What has not loaded yet and may belong to a slice.
 *
 * @param sales how many sales
 * @param revenue what they would bring, as far as they tell
 */
public record WaitingMoney(long sales, BigDecimal revenue) {

    /** The row of {@code sum-of-slice.sql}. */
    static WaitingMoney of(SqlRow row) {
        return new WaitingMoney(row.longInteger("row_count"), Objects.requireNonNull(row.decimalOrNull("amount")));
    }
}
