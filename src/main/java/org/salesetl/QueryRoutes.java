package org.salesetl;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlEndpointBuilder;

/**
 * Base of the routes that ask the warehouse while somebody waits for the answer. The database gives up a statement of these
 * routes after {@code sales-etl.query-time-limit}; the person who asked is then told to come back later.
 */
public abstract class QueryRoutes extends RouteBuilder {

    private static final String OPTION = "queryTimeout";

    /** The statement in {@code sql/{name}.sql}, with the files that it includes. */
    protected SqlEndpointBuilder query(String name) {
        getContext().getRegistry().bind(name, SqlFile.read(name));
        return sql("ref:" + name)
                .advanced()
                .templateOptions(OPTION, properties().querySeconds())
                .basic();
    }

    private SalesEtlProperties properties() {
        return getContext().getRegistry().findSingleByType(SalesEtlProperties.class);
    }
}
