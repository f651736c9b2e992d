package org.salesetl.load;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is only true once the current transaction has been committed. */
final class AfterCommit {

    private AfterCommit() {}

    /** Runs the action when the current transaction has been committed; if it is not committed, never. */
    static void run(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
