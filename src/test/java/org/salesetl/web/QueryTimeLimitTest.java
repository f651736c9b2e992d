package org.salesetl.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.Test;
import org.salesetl.HttpApi;
import org.salesetl.WarehouseTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Every statement that a page or a program waits for has a time limit. */
class QueryTimeLimitTest extends WarehouseTest {

    /** The endpoints that a route sends to or asks. */
    private static final Pattern URI = Pattern.compile("(?:uri=\"|<enrich[^>]*>\\s*<simple>)([^\"<]+)");

    @Autowired
    private ModelCamelContext camel;

    @Autowired
    private HttpApi api;

    @Test
    void limitsEveryStatementThatAGetWaitsFor() throws Exception {
        Map<String, Set<String>> targetsOf = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        for (RouteDefinition route : camel.getRouteDefinitions()) {
            String from = plain(route.getEndpointUrl());
            targetsOf.put(from, targets(route));
            if (from.startsWith("platform-http:") && from.contains("httpMethodRestrict=GET")) {
                open.add(from);
            }
        }
        assertThat(open).hasSizeGreaterThan(30);

        Set<String> statements = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            for (String target : targetsOf.getOrDefault(open.remove(), Set.of())) {
                if (seen.add(target)) {
                    open.add(target);
                }
                if (target.startsWith("sql:")) {
                    statements.add(target);
                }
            }
        }

        assertThat(statements).hasSizeGreaterThan(30).allMatch(uri -> uri.contains("template.queryTimeout="));
    }

    @Test
    void answers503WhenTheTimeIsUp() throws Exception {
        try (Connection other = warehouse.connection();
                Statement statement = other.createStatement()) {
            statement.execute("LOCK TABLES dim_customer WRITE");

            HttpApi.Answer answer = api.get("/api/facts?city=Paris");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotEmpty();
            statement.execute("UNLOCK TABLES");
        }
        assertThat(api.get("/api/facts?city=Paris").status()).isEqualTo(200);
    }

    private Set<String> targets(RouteDefinition route) throws Exception {
        Set<String> targets = new HashSet<>();
        Matcher uris = URI.matcher(PluginHelper.getModelToXMLDumper(camel).dumpModelAsXml(camel, route));
        while (uris.find()) {
            targets.add(plain(uris.group(1)));
        }
        return targets;
    }

    private static String plain(String uri) {
        return uri.replace("://", ":").replace("&amp;", "&");
    }
}
