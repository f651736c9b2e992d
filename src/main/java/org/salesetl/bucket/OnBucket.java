package org.salesetl.bucket;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Holds if objects are fetched from somewhere. */
class OnBucket extends AnyNestedCondition {

    OnBucket() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnProperty("sales-etl.bucket.name")
    static class OfStore {}

    @ConditionalOnProperty("sales-etl.bucket.folder")
    static class OfHadoop {}
}
