package org.salesetl.security;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;
import org.salesetl.HttpApi;
import org.salesetl.WarehouseTest;
import org.salesetl.user.SignInUsers;
import org.salesetl.vocabulary.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every method and path that the service answers has exactly one rule that says who may ask. */
class AccessRulesTest extends WarehouseTest {

    private static final Pattern ROUTE = Pattern.compile("platform-http:/*(/[^?]*)\\?.*httpMethodRestrict=(\\w+).*");

    /** In the order of the columns of the table: a guest, people with each role, and a program with the token of an admin. */
    private static final List<Authentication> CALLERS = List.of(
            new AnonymousAuthenticationToken("key", "guest", List.of(new SimpleGrantedAuthority("ROLE_ANONYMOUS"))),
            caller("viewer", SignInUsers.authority(Role.VIEWER), SignInUsers.IN_PERSON),
            caller("operator", SignInUsers.authority(Role.OPERATOR), SignInUsers.IN_PERSON),
            caller("admin", SignInUsers.authority(Role.ADMIN), SignInUsers.IN_PERSON),
            caller("token", SignInUsers.authority(Role.ADMIN)));

    @Autowired
    private ModelCamelContext camel;

    @Autowired
    private ApplicationContext spring;

    @Autowired
    private SecurityFilterChain chain;

    @Autowired
    private HttpApi api;

    @Test
    void everyRouteAndControllerHasOneRule() {
        assertThat(operations()).hasSizeGreaterThan(80).allSatisfy(AccessRulesTest::assertOneRule);
    }

    /** Each call with each role. Whoever adds a route has to say in the table who may send it. */
    @Test
    void letsEachRoleDoWhatTheTableSays() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Operation operation : operations()) {
            StringJoiner row = new StringJoiner(" | ", "| ", " |");
            row.add("`" + operation + "`");
            CALLERS.forEach(caller -> row.add(isLet(caller, operation) ? "yes" : "no"));
            rows.add(row.toString());
        }

        assertThat(String.join("\n", rows))
                .isEqualTo(Files.readAllLines(Path.of("docs/access.md")).stream()
                        .filter(line -> line.startsWith("| `"))
                        .collect(Collectors.joining("\n")));
    }

    /** A path is not served by other methods; nobody below an admin gets as far as to find that out, except by GET. */
    @Test
    void letsNobodyUseOtherMethods() {
        Set<Operation> served = Set.copyOf(operations());
        List<String> let = new ArrayList<>();
        for (Operation operation : served) {
            for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
                Operation other = new Operation(method, operation.path());
                if (!served.contains(other) && AccessRules.ALL.stream().noneMatch(rule -> isAbout(rule, other))) {
                    CALLERS.subList(0, 3).stream()
                            .filter(caller -> isLet(caller, other))
                            .forEach(caller -> let.add(caller.getName() + " " + other));
                }
            }
        }

        assertThat(let).isEmpty();
    }

    @Test
    void asksGuestsForASignInBeforeAnythingElse() {
        List<Operation> closed = operations().stream()
                .filter(operation -> !isLet(CALLERS.get(0), operation))
                .toList();

        assertThat(closed)
                .hasSizeGreaterThan(30)
                .allSatisfy(operation -> assertThat(api.exchange(operation.method(), operation.anyPath(), "")
                                .status())
                        .as(operation.toString())
                        .isIn(401, 403));
    }

    /** A rule for something that is gone would hide that somebody has renamed it. */
    @Test
    void everyRuleIsAboutOneMethodAndPath() {
        assertThat(AccessRules.ALL)
                .extracting(rule -> rule.method() + " " + rule.path())
                .doesNotHaveDuplicates();
    }

    /** What is registered, by path and method. */
    private List<Operation> operations() {
        Set<Operation> operations = new HashSet<>();
        for (RouteDefinition route : camel.getRouteDefinitions()) {
            if (route.getEndpointUrl().startsWith("platform-http")) {
                Matcher parts = ROUTE.matcher(route.getEndpointUrl());
                assertThat(parts.matches()).as(route.getEndpointUrl()).isTrue();
                operations.add(new Operation(parts.group(2), parts.group(1)));
            }
        }
        spring.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(info -> operations.addAll(operations(info)));
        return operations.stream()
                .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::method))
                .toList();
    }

    private boolean isLet(Authentication caller, Operation operation) {
        MockHttpServletRequest request = new MockHttpServletRequest(operation.method(), operation.anyPath());
        request.setServletPath(operation.anyPath());
        return chain.getFilters().stream()
                .filter(AuthorizationFilter.class::isInstance)
                .map(AuthorizationFilter.class::cast)
                .allMatch(filter -> requireNonNull(
                                filter.getAuthorizationManager().authorize(() -> caller, request))
                        .isGranted());
    }

    private static Authentication caller(String name, String... authorities) {
        return new TestingAuthenticationToken(name, "", authorities);
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
        assertThat(AccessRules.ALL.stream().filter(rule -> isAbout(rule, operation)))
                .as(operation + " needs one rule of AccessRules")
                .hasSize(1);
    }

    private static boolean isAbout(AccessRule rule, Operation operation) {
        return rule.isAbout(HttpMethod.valueOf(operation.method()), operation.anyPath());
    }

    /** Something that the service answers; a part of the path in braces stands for any value. */
    record Operation(String method, String path) {

        String anyPath() {
            return path.replace("/**", "/x").replaceAll("\\{[^}]*}", "x");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
