package org.salesetl.bucket;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.aws2S3;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.timer;
import static org.salesetl.TypedSteps.failure;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.makeOf;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.AWS2S3EndpointBuilderFactory.AWS2S3EndpointProducerBuilder;
import org.apache.camel.component.aws2.s3.AWS2S3Constants;
import org.apache.camel.component.aws2.s3.AWS2S3Operations;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.salesetl.BucketSettings;
import org.salesetl.SalesEtlProperties;
import org.salesetl.outage.Outage;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Fetches new objects of a bucket into the inbox. An object stays in the bucket, and is fetched once, by whichever instance; an
 * object with a new content is a new one. What cannot be fetched is tried again at the next look.
 */
@Component
class BucketRoutes extends RouteBuilder {

    static final String LOOK_INTO_BUCKET = "look-into-bucket";
    static final String FETCH_OBJECT = "fetch-object";

    private static final int PERIOD_MILLIS = 500;

    /** The exchange property with the {@link Look}: a property outlives a request that fails. */
    private static final String LOOK = "look";

    /** The exchange property with the {@link ListedObject} whose content the body becomes. */
    private static final String OBJECT = "listedObject";

    private final BucketSettings settings;
    private final Bucket bucket;
    private final FetchedObjects fetched;

    BucketRoutes(SalesEtlProperties properties, Bucket bucket, FetchedObjects fetched) {
        this.settings = properties.bucket();
        this.bucket = bucket;
        this.fetched = fetched;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        if (!settings.isGiven()) {
            return;
        }
        from(timer(LOOK_INTO_BUCKET).period(PERIOD_MILLIS))
                .routeId(LOOK_INTO_BUCKET)
                .onException(Exception.class)
                    .handled(true)
                    // the database and the disks tell of themselves
                    .filter(exchange -> Outage.of(failure(exchange)) == null)
                        .process(exchange -> bucket.away(failure(exchange)))
                    .end()
                .end()
                .filter(exchange -> bucket.isDue())
                    .process(exchange -> bucket.begin())
                    .setProperty(LOOK, makeOf(exchange -> new Look()))
                    .loopDoWhile(exchange -> look(exchange).goesOn())
                        .setBody(makeOf(exchange -> nextPage(look(exchange))))
                        .to(store(AWS2S3Operations.listObjects).pojoRequest(true))
                        .process(exchange -> take(look(exchange), exchange.getMessage().getBody(List.class)))
                    .end()
                    .split(makeOf(exchange -> wanted(look(exchange))))
                        .filter(exchange -> bucket.takesMore())
                            .to(direct(FETCH_OBJECT))
                        .end()
                    .end()
                .end();

        from(direct(FETCH_OBJECT))
                .routeId(FETCH_OBJECT)
                .onException(Exception.class)
                    .handled(true)
                    .process(exchange -> bucket.failed(object(exchange), failure(exchange)))
                .end()
                .setProperty(OBJECT, body())
                .idempotentConsumer(make(ListedObject.class, fetched::hash), new Claims())
                    .setHeader(AWS2S3Constants.KEY, make(ListedObject.class, ListedObject::key))
                    // if somebody has replaced the content, the next look finds the new one
                    .setHeader(AWS2S3Constants.IF_MATCH_CONDITION, make(ListedObject.class, ListedObject::version))
                    .to(store(AWS2S3Operations.getObject))
                    .process(this::drop)
                .end();
    }
    // spotless:on

    private AWS2S3EndpointProducerBuilder store(AWS2S3Operations operation) {
        return aws2S3(settings.name()).operation(operation);
    }

    private ListObjectsRequest nextPage(Look look) {
        return ListObjectsRequest.builder()
                .bucket(settings.name())
                .prefix(settings.prefix())
                .marker(look.after())
                .build();
    }

    private void take(Look look, List<?> page) {
        List<ListedObject> objects = page.stream()
                .map(S3Object.class::cast)
                .map(object -> new ListedObject(object.key(), object.eTag(), object.size(), object.lastModified()))
                .toList();
        look.take(objects, fetched.unknown(objects));
    }

    private List<ListedObject> wanted(Look look) {
        bucket.answered(look.wanted());
        return look.wanted();
    }

    private void drop(Exchange exchange) throws IOException {
        try (InputStream content = exchange.getMessage().getBody(InputStream.class)) {
            bucket.drop(object(exchange), content);
        }
    }

    private static Look look(Exchange exchange) {
        return exchange.getProperty(LOOK, Look.class);
    }

    private static ListedObject object(Exchange exchange) {
        return exchange.getProperty(OBJECT, ListedObject.class);
    }

    /** The memory of all instances. */
    private final class Claims extends ServiceSupport implements IdempotentRepository {

        @Override
        public boolean add(String hash) {
            return fetched.claim(hash);
        }

        @Override
        public boolean contains(String hash) {
            throw new UnsupportedOperationException("an object is claimed before it is fetched");
        }

        @Override
        public boolean confirm(String hash) {
            fetched.confirm(hash);
            return true;
        }

        @Override
        public boolean remove(String hash) {
            fetched.release(hash);
            return true;
        }

        @Override
        public void clear() {
            throw new UnsupportedOperationException("what has been fetched stays known");
        }
    }
}
