package org.salesetl.transaction;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Takes a part of a route out of the transaction around it: the part uses a connection of its own, and sees only committed data.
 */
@Component(NoTransactionPolicy.NAME)
public class NoTransactionPolicy extends TransactionPolicy {

    /** The name by which {@code transacted} finds this policy. */
    public static final String NAME = "PROPAGATION_NOT_SUPPORTED";

    NoTransactionPolicy(PlatformTransactionManager transactionManager) {
        super(transactionManager, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NOT_SUPPORTED));
    }
}
