package org.salesetl.transaction;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** A part that is no part of the transaction around it: it has a connection of its own, and sees what is committed. */
@Component(NoTransactionPolicy.NAME)
public class NoTransactionPolicy extends TransactionPolicy {

    /** The name by which {@code transacted} finds it. */
    public static final String NAME = "PROPAGATION_NOT_SUPPORTED";

    NoTransactionPolicy(PlatformTransactionManager transactionManager) {
        super(transactionManager, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NOT_SUPPORTED));
    }
}
