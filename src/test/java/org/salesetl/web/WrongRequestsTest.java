package org.salesetl.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.salesetl.ApiTest;
import org.salesetl.HttpApi.Answer;
import org.springframework.beans.factory.annotation.Autowired;

/** Sends wrong requests of many kinds to all routes. The answer is always about the request, and shows nothing of the code. */
@Tag("http")
class WrongRequestsTest extends ApiTest {

    private static final Pattern PATH = Pattern.compile("platform-http://+([^?]*)\\?.*httpMethodRestrict=([A-Z,]+).*");

    /** Names of the code, which no answer may show. A look at the first character spares most attempts. */
    private static final Pattern INSIDE = Pattern.compile(
            "(?=[jocEa.WTJCHFNS])(?:\\b(java|javax|jakarta|org\\.(apache|spring|salesetl|thymeleaf)|com\\.(mysql|fasterxml))\\.[a-z]"
                    + "|Exception\\b|\\bat [a-z]+\\.[a-z]+\\.|\\.java:|Whitelabel|Thymeleaf|Jackson|Camel|Hibernate"
                    + "|For input string|No enum constant|could not be parsed|SQL syntax|SQLState|Failed to convert)");

    /** How the code reads a parameter of a request: by a name, or by a constant with the name. */
    private static final Pattern READS = Pattern.compile(
            "\\.(?:one|oneOf|needed|number|date|month|all)\\(\\s*(?:\"([a-z]+)\"|([A-Z_]+|[A-Z][A-Za-z]+\\.[A-Z_]+))");

    private static final Pattern CONSTANT = Pattern.compile("String ([A-Z_]+) = \"([a-z]+)\";");

    /** The parameters that any route reads. */
    private static final Set<String> PARAMETERS = parameters();

    private static final String WORD = "x";

    private static final List<String> VALUES = List.of(
            "-1",
            "99999999999999999999",
            "1e400",
            "2025-02-30",
            "%00",
            "%F0%9F%98%80",
            "%27%20OR%201%3D1",
            "$%7Bbody%7D",
            "%3Cscript%3E",
            "a".repeat(3_000));

    private static final List<String> BODIES = List.of(
            "",
            "x",
            "null",
            "[]",
            "1",
            "\"x\"",
            "{\"ids\":\"x\",\"cells\":[],\"note\":{}}",
            "{\"ids\":[null],\"cells\":{\"a\":null}}",
            "{\"ids\":[1e400]}",
            "{\"ids\":[99999999999999999999999]}",
            "{\"mode\":null}",
            "{\"mode\":{\"mode\":\"reload\"}}",
            "{\"file\":\"x\",\"dates\":1}",
            "{\"file\":1,\"dates\":null}",
            "[".repeat(5_000),
            "{\"a\":".repeat(2_000));

    @Autowired
    private CamelContext camel;

    @TestFactory
    Stream<DynamicTest> answersWrongRequestsOfEveryRoute() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Route route : camel.getRoutes()) {
            Matcher uri = PATH.matcher(route.getEndpoint().getEndpointUri());
            if (uri.matches()) {
                String path = "/"
                        + URLDecoder.decode(uri.group(1), StandardCharsets.UTF_8)
                                .replaceFirst("^/+", "");
                String method = uri.group(2);
                tests.add(DynamicTest.dynamicTest(method + " " + path, () -> ask(method, path)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(25);
        return tests.stream();
    }

    /** Reads the source, so that nobody can forget to test a new parameter. */
    private static Set<String> parameters() {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String code = Files.readString(source);
                Map<String, String> constants = new HashMap<>();
                CONSTANT.matcher(code).results().forEach(found -> constants.put(found.group(1), found.group(2)));
                READS.matcher(code).results().forEach(found -> {
                    String constant = found.group(2);
                    names.add(constant == null ? found.group(1) : constants.getOrDefault(constant, "by"));
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(names).contains("from", "to", "city", "by", "limit", "offset", "width", "id", "q", "month");
        return names;
    }

    private void ask(String method, String pattern) {
        List<String> pieces =
                pattern.contains("{") ? List.of("x", "0", "-1", "99999999999", "%F0%9F%98%80", "1.5") : List.of("");
        for (String piece : pieces) {
            String path = pattern.replaceAll("\\{[^}]*}", Matcher.quoteReplacement(piece));
            if (method.equals("GET")) {
                require(api.get(path), method, path, "");
                if (piece.equals(pieces.get(0))) {
                    askWithParameters(path);
                }
            } else if (method.equals("PUT")) {
                BODIES.forEach(body -> require(
                        api.putAsAdmin(path, BodyPublishers.ofString(body), "Content-Type", "application/json"),
                        method,
                        path,
                        body));
            } else if (method.equals("DELETE")) {
                require(api.send(method, path), method, path, "");
            } else if (method.equals("POST")) {
                BODIES.forEach(body ->
                        require(api.postAsAdmin(path, body, "Content-Type", "application/json"), method, path, body));
                for (String form : forms()) {
                    require(
                            api.postAsAdmin(path, form, "Content-Type", "application/x-www-form-urlencoded"),
                            method,
                            path,
                            form);
                }
            }
        }
        warehouse.awaitEnd();
    }

    /** Wrong bodies of forms, and one form with all fields at once, because each request with a password is slow. */
    private static List<String> forms() {
        return Stream.concat(
                        Stream.of("", "x", "&&=", "%", "=%zz"),
                        Stream.of("x", "-1", "99999999999999999999", "%00", "$%7Bbody%7D")
                                .map(value -> PARAMETERS.stream()
                                        .map(name -> name + "=" + value)
                                        .collect(Collectors.joining("&"))))
                .toList();
    }

    /**
     * Each route gets each parameter twice: with a word, and with one of the other values. Which one it is differs from route to route, so
     * that all values are tried with each parameter, but not by each route: these would be tens of thousands of requests.
     */
    private void askWithParameters(String path) {
        int turn = Math.floorMod(path.hashCode(), VALUES.size());
        for (String parameter : PARAMETERS) {
            turn = (turn + 1) % VALUES.size();
            for (String value : List.of(WORD, VALUES.get(turn))) {
                require(api.get(path + "?" + parameter + "=" + value), "GET", path, parameter + "=" + value);
            }
        }
        String first = PARAMETERS.iterator().next();
        require(api.get(path + "?" + first + "=1&" + first + "=2"), "GET", path, first + " twice");
    }

    private static void require(Answer answer, String method, String path, String what) {
        String asked = method + " " + path + " " + (what.length() > 80 ? what.substring(0, 80) + "…" : what);
        assertThat(answer.status()).as(asked + "\n" + answer.text()).isLessThan(500);
        String type = answer.header("Content-Type").orElse("");
        if (type.contains("html") || type.contains("json") || type.contains("text")) {
            assertThat(INSIDE.matcher(answer.text()).find())
                    .as(asked + " shows something of the inside\n" + answer.text())
                    .isFalse();
        }
    }
}
