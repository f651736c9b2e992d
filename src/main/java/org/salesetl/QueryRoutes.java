package org.salesetl;

import java.time.Duration;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlEndpointBuilder;

/**
 * What routes start with that ask the warehouse while somebody waits for the answer. The database gives a statement of theirs up
 * after {@code sales-etl.query-time-limit}; whoever asked is then told to come back later.
 */
public abstract class QueryRoutes extends EndpointRouteBuilder {

    private static final String OPTION = "queryTimeout";

    /** The statement in {@code sql/{name}.sql}. */
    protected SqlEndpointBuilder query(String name) {
        return sql(path(name)).advanced().templateOptions(OPTION, seconds()).basic();
    }

    /** The same as a URI, for a name that is an expression; options may follow. */
    protected String queryUri(String name) {
        return "sql:" + path(name) + "?template." + OPTION + "=" + seconds();
    }

    private static String path(String name) {
        return "classpath:sql/" + name + ".sql";
    }

    private long seconds() {
        Duration limit = getContext()
                .getRegistry()
                .findSingleByType(SalesEtlProperties.class)
                .queryTimeLimit();
        // zero would be no limit
        return Math.max(1, limit.toSeconds());
    }
}
