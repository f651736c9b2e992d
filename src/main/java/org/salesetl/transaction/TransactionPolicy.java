package org.salesetl.transaction;

import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.TransactedPolicy;
import org.apache.camel.spi.UnitOfWork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What {@code transacted()} means in these routes: one transaction, which is rolled back if anything in it fails, and nothing
 * more.
 *
 * <p>Camel's own policy is also an error handler. It marks the exchange as exhausted, and then no outer route may handle the
 * failure: {@link FileErrorPolicy} would never be called.
 */
@Component("PROPAGATION_REQUIRED")
class TransactionPolicy implements TransactedPolicy {

    private final TransactionTemplate transaction;

    @Autowired
    TransactionPolicy(PlatformTransactionManager transactionManager) {
        this(transactionManager, TransactionDefinition.withDefaults());
    }

    TransactionPolicy(PlatformTransactionManager transactionManager, TransactionDefinition definition) {
        this.transaction = new TransactionTemplate(transactionManager, definition);
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // nothing to prepare
    }

    @Override
    public Processor wrap(Route route, Processor processor) {
        return exchange -> {
            UnitOfWork unit = exchange.getUnitOfWork();
            unit.beginTransactedBy(this);
            try {
                transaction.executeWithoutResult(status -> {
                    process(exchange, processor);
                    if (exchange.getException() != null) {
                        status.setRollbackOnly();
                    }
                });
            } catch (TransactionException e) {
                // The rollback fails if the connection is broken; then the server rolls back. The failure that came
                // first says more.
                if (exchange.getException() == null) {
                    throw e;
                }
                exchange.getException().addSuppressed(e);
            } finally {
                unit.endTransactedBy(this);
            }
        };
    }

    private static void process(Exchange exchange, Processor processor) {
        try {
            processor.process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
    }
}
