package org.salesetl.load;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells a claim when its rows are committed. */
public final class Commits {

    private Commits() {}

    /** Tells the claim when the current transaction has been committed. */
    public static void noteIn(Claim claim) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                claim.committed();
            }
        });
    }
}
