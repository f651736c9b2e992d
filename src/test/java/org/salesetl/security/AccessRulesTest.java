package org.salesetl.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;
import org.salesetl.WarehouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every method and path that the service answers has exactly one rule that says who may ask. */
class AccessRulesTest extends WarehouseTest {

    private static final Pattern ROUTE = Pattern.compile("platform-http:/*(/[^?]*)\\?.*httpMethodRestrict=(\\w+).*");

    @Autowired
    private ModelCamelContext camel;

    @Autowired
    private ApplicationContext spring;

    @Test
    void everyRouteHasOneRule() {
        List<Operation> operations = new ArrayList<>();
        for (RouteDefinition route : camel.getRouteDefinitions()) {
            if (route.getEndpointUrl().startsWith("platform-http")) {
                Matcher parts = ROUTE.matcher(route.getEndpointUrl());
                assertThat(parts.matches()).as(route.getEndpointUrl()).isTrue();
                operations.add(new Operation(parts.group(2), parts.group(1)));
            }
        }
        assertThat(operations).hasSizeGreaterThan(60);

        assertThat(operations).allSatisfy(AccessRulesTest::assertOneRule);
    }

    @Test
    void everyControllerAndEndpointOfTheFrameworkHasOneRule() {
        List<Operation> operations = new ArrayList<>();
        spring.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(info -> operations.addAll(operations(info)));
        assertThat(operations).hasSizeGreaterThan(5);

        assertThat(operations).allSatisfy(AccessRulesTest::assertOneRule);
    }

    /** A rule for something that is gone would hide that somebody has renamed it. */
    @Test
    void everyRuleIsAboutOneMethodAndPath() {
        assertThat(AccessRules.ALL)
                .extracting(rule -> rule.method() + " " + rule.path())
                .doesNotHaveDuplicates();
    }

    private static List<Operation> operations(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .filter(path -> !path.equals("/error"))
                .flatMap(path -> (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods)
                        .stream().map(method -> new Operation(method.name(), path)))
                .toList();
    }

    private static void assertOneRule(Operation operation) {
        MockHttpServletRequest request = operation.request();
        assertThat(AccessRules.ALL.stream().filter(rule -> rule.isAbout(request)))
                .as(operation + " needs one rule of AccessRules")
                .hasSize(1);
    }

    /** Something that the service answers; a part of the path in braces stands for any value. */
    record Operation(String method, String path) {

        MockHttpServletRequest request() {
            String plain = path.replace("/**", "/x").replaceAll("\\{[^}]*}", "x");
            MockHttpServletRequest request = new MockHttpServletRequest(method, plain);
            request.setServletPath(plain);
            return request;
        }
    }
}
