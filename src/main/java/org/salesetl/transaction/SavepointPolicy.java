package org.salesetl.transaction;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * A part of a transaction with a savepoint: if the part fails, its changes are undone, and the rest of the transaction can go on.
 */
@Component(SavepointPolicy.NAME)
public class SavepointPolicy extends TransactionPolicy {

    /** The name by which {@code transacted} finds this policy. */
    public static final String NAME = "PROPAGATION_NESTED";

    SavepointPolicy(PlatformTransactionManager transactionManager) {
        super(transactionManager, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
    }
}
