package org.salesetl.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.model.ModelCamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;
import org.salesetl.HttpApi.Answer;
import org.salesetl.api.DescribedApi.Operation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Holds the description of the API against what the service answers. */
@Tag("http")
class OpenApiTest extends ApiTest {

    private static final Pattern ROUTE = Pattern.compile("platform-http:/*(/[^?]*)\\?.*httpMethodRestrict=(\\w+).*");

    /** Routes of the API; all others are pages and their forms. */
    private static final Pattern OF_API = Pattern.compile("\\w+ /(api/|charts/|openapi\\.json|mapping\\.yaml).*");

    private static final Pattern INSIDE =
            Pattern.compile("\\b(java|org\\.(apache|spring|salesetl)|com\\.(mysql|fasterxml))\\.[a-z]|Exception\\b");

    private static final String TOO_LONG = "a".repeat(10_000);

    private static final String MAPPING = """
            name: Till of the test
            kind: sales
            recognised_by: [Bonnr, Was]
            columns: {order_id: Bonnr, product_id: Was, customer_id: Wer, order_date: Wann, quantity: Wieviel, price: Preis}
            """;

    /** The calls that change something, in an order in which each can succeed; those that only read come before. */
    private static final List<String> CHANGES = List.of(
            "put-mapping",
            "remove-mapping",
            "dismiss-rows",
            "retry-rows",
            "forget-customer",
            "take-answers",
            "upload-to-check",
            "upload-file",
            "trigger-run",
            "cancel-run",
            "ask-for-lake");

    @Autowired
    private ModelCamelContext camel;

    @Autowired
    private ApplicationContext spring;

    @Autowired
    private ObjectMapper json;

    @Test
    void isADocumentOfOpenApi() {
        Answer answer = api.get("/openapi.json");

        SwaggerParseResult read = new OpenAPIV3Parser().readContents(answer.text(), null, null);

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(read.getOpenAPI().getPaths()).hasSizeGreaterThan(25);
        assertThat(api.get(
                                "/openapi.json",
                                "If-None-Match",
                                answer.header("ETag").orElseThrow())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void describesEveryRouteOfTheApiAndNoOther() {
        TreeSet<String> registered = new TreeSet<>();
        camel.getRouteDefinitions().forEach(route -> {
            Matcher parts = ROUTE.matcher(route.getEndpointUrl());
            if (parts.matches()) {
                registered.add(parts.group(2) + " " + parts.group(1));
            }
        });
        spring.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(info -> info.getPatternValues()
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> registered.add(method + " " + path))));
        registered.removeIf(operation -> !OF_API.matcher(operation).matches());

        assertThat(described().operations())
                .extracting(Operation::toString)
                .hasSizeGreaterThan(35)
                .containsExactlyInAnyOrderElementsOf(registered);
    }

    @Test
    void describesWhatCallsAnswer() {
        Map<String, String> good = goodValues();
        DescribedApi described = described();
        List<Operation> operations = described.operations().stream()
                .filter(operation -> !operation.id().equals("serve-events"))
                .sorted((one, other) -> CHANGES.indexOf(one.id()) - CHANGES.indexOf(other.id()))
                .toList();

        for (Operation operation : operations) {
            for (String address : addresses(operation, good)) {
                assertAsDescribed(described, operation, address, ask(operation, address, body(operation, good)));
            }
            if (!operation.method().equals("GET")) {
                warehouse.awaitEnd();
            }
        }
    }

    @Test
    void refusesWhatTheDescriptionDoesNotAccept() {
        Map<String, String> good = goodValues();
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Operation operation : described().operations()) {
            String address = address(operation, good, false);
            for (JsonNode parameter : operation.parameters("query")) {
                String name = parameter.path("name").asText();
                for (String value : badValues(parameter)) {
                    Answer answer = ask(operation, with(address, name, value), body(operation, good));
                    expectRefusal(wrong, operation + " " + name + "=" + shortened(value), answer, 400, name);
                    asked++;
                }
            }
            for (JsonNode parameter : operation.parameters("path")) {
                String name = parameter.path("name").asText();
                Map<String, String> bad = new HashMap<>(good);
                bad.put(name, "no-such-thing");
                bad.put(operation.id() + "." + name, "no-such-thing");
                if (!operation.id().equals("put-mapping")) {
                    Answer answer = ask(operation, address(operation, bad, false), body(operation, good));
                    expectRefusal(wrong, operation + " {" + name + "}", answer, 404, "no-such-thing");
                    asked++;
                }
            }
            for (Map.Entry<String, JsonNode> field :
                    operation.body().path("properties").properties()) {
                for (JsonNode value : badFields(field.getValue())) {
                    ObjectNode body = (ObjectNode) read(body(operation, good));
                    body.set(field.getKey(), value);
                    if (field.getKey().equals("undo")) {
                        body.put("mode", "reload").put("mapping", "Sales");
                    }
                    Answer answer = ask(operation, address, body.toString());
                    expectRefusal(
                            wrong,
                            operation + " " + field.getKey() + ": " + shortened(value.toString()),
                            answer,
                            400,
                            field.getKey());
                    asked++;
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(300);
    }

    private DescribedApi described() {
        return new DescribedApi(api.get("/openapi.json").json());
    }

    /** Loads files of all kinds, and gives values that are there: for a name, or for a call and a name. */
    private Map<String, String> goodValues() {
        loadShop();
        warehouse.drop(
                "more.csv",
                "sale_id,order_id,customer_id,product_id,order_date,quantity,price,status",
                "S8,O8,C1,P1,2025-01-06,x,1.50,paid",
                "S9,O9,C1,P1,2025-01-06,y,1.50,paid",
                "S10,O10,C1,P1,2025-01-06,1,1.50,cancelled");
        warehouse.drop("liste.csv", "Bestellnr;Datum;Artikel;Menge;Preis", "1;03/04/2025;Tasse;2;1,500");
        int run = warehouse.run().id();
        JsonNode rejected = api.get("/api/quarantine?status=rejected").json().path("rows");
        Map<String, String> good = new HashMap<>();
        good.put("slug", "monthly-revenue");
        good.put("id", String.valueOf(run));
        good.put("file", fileId("sales.csv"));
        good.put("serve-left-out-rows.file", fileId("more.csv"));
        good.put("serve-quarantine.file", "more.csv");
        good.put("serve-quarantine-csv.file", "more.csv");
        good.put("line", "2");
        good.put("name", "Till of the test");
        good.put("serve-mapping.name", "Sales");
        good.put("export-mapping.name", "Sales");
        good.put("upload-file.name", "new.csv");
        good.put("upload-to-check.name", "new.csv");
        good.put("put-mapping", MAPPING);
        good.put("upload-file", "customer_id,name\nC7,Cleo\n");
        good.put("upload-to-check", "customer_id,name\nC7,Cleo\n");
        good.put("trigger-run", "{\"mode\":\"check\"}");
        good.put("take-answers", "{\"file\":" + fileId("liste.csv") + ",\"otherwise\":\"suggested\"}");
        good.put("forget-customer", "{\"customer\":\"C3\"}");
        good.put("dismiss-rows", "{\"ids\":[" + rejected.path(0).path("id") + "],\"note\":\"a test\"}");
        good.put("retry-rows", "{\"ids\":[" + rejected.path(1).path("id") + "],\"cells\":{\"quantity\":\"1\"}}");
        return good;
    }

    private String fileId(String name) {
        return warehouse
                .query("SELECT MAX(file_id) FROM etl_file WHERE name = ?", name)
                .get(0);
    }

    private void assertAsDescribed(DescribedApi described, Operation operation, String address, Answer answer) {
        String asked = operation.method() + " " + address + ": " + answer.status();
        JsonNode response = described.response(operation, answer.status());
        assertThat(answer.status())
                .as(asked + " " + (answer.status() < 400 ? "" : answer.text()))
                .isIn(200, 201, 202, 204, 409);
        assertThat(response.isMissingNode()).as(asked).isFalse();
        JsonNode content = response.path("content");
        if (content.isEmpty()) {
            assertThat(answer.bytes()).as(asked).isEmpty();
            return;
        }
        String type = answer.header("Content-Type").orElse("").replaceFirst(";.*", "");
        assertThat(content.has(type)).as(asked + " " + type).isTrue();
        JsonNode schema = content.path(type).path("schema");
        if (type.endsWith("json")) {
            assertThat(described.faults(schema, answer.json())).as(asked).isEmpty();
        } else {
            assertThat(answer.bytes()).as(asked).isNotEmpty();
        }
    }

    private static void expectRefusal(List<String> wrong, String asked, Answer answer, int status, String name) {
        String text = answer.text();
        String detail = answer.header("Content-Type").orElse("").startsWith("application/problem+json")
                ? answer.json().path("detail").asText()
                : "";
        if (answer.status() != status
                || !detail.contains(name)
                || detail.length() > 2_000
                || INSIDE.matcher(text).find()) {
            wrong.add(asked + " → " + answer.status() + " " + shortened(text));
        }
    }

    /** For a call that reads: with all its parameters, and with each value that a part of its path may have. */
    private static List<String> addresses(Operation operation, Map<String, String> good) {
        List<String> addresses = new ArrayList<>(List.of(address(operation, good, false)));
        if (operation.method().equals("GET")) {
            addresses.add(address(operation, good, true));
            for (JsonNode parameter : operation.parameters("path")) {
                parameter.path("schema").path("enum").forEach(value -> {
                    Map<String, String> other = new HashMap<>(good);
                    other.put(parameter.path("name").asText(), value.asText());
                    addresses.add(address(operation, other, false));
                });
            }
        }
        return addresses;
    }

    /** The path with good values, and the query with all parameters or only with those that the call needs. */
    private static String address(Operation operation, Map<String, String> good, boolean all) {
        String path = operation.path();
        for (JsonNode parameter : operation.parameters("path")) {
            String name = parameter.path("name").asText();
            path = path.replace("{" + name + "}", encoded(value(operation, parameter, good)));
        }
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (JsonNode parameter : operation.parameters("query")) {
            if (all || parameter.path("required").asBoolean()) {
                String name = parameter.path("name").asText();
                query.add(
                        name.equals("filters")
                                ? "customer_key=1..5"
                                : name + "=" + encoded(value(operation, parameter, good)));
            }
        }
        return path + query;
    }

    private static String value(Operation operation, JsonNode parameter, Map<String, String> good) {
        String name = parameter.path("name").asText();
        String own = good.get(operation.id() + "." + name);
        if (own != null) {
            return own;
        }
        JsonNode schema = parameter.path("schema");
        JsonNode one = schema.has("items") ? schema.path("items") : schema;
        if (one.has("enum")) {
            return good.getOrDefault(name, one.path("enum").path(0).asText());
        }
        if (one.has("default")) {
            return one.path("default").asText();
        }
        String any = one.has("examples")
                ? one.path("examples").path(0).asText()
                : one.path("format").asText().equals("date") ? "2025-01-31" : "P1";
        return good.getOrDefault(name, any);
    }

    private static String body(Operation operation, Map<String, String> good) {
        return good.getOrDefault(operation.id(), "");
    }

    private static List<String> badValues(JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        boolean list = schema.has("items");
        JsonNode one = list ? schema.path("items") : schema;
        List<String> bad = new ArrayList<>();
        if (parameter.path("required").asBoolean()) {
            bad.add("");
        }
        if (one.has("enum")) {
            bad.addAll(List.of("no-such-value", TOO_LONG.substring(0, 3_000)));
        } else if (one.path("type").asText().equals("integer")) {
            bad.addAll(List.of("x", "1.5", "99999999999999999999"));
            bad.add(String.valueOf(one.path("minimum").asLong() - 1));
            bad.add(String.valueOf(one.path("maximum").asLong() + 1));
        } else if (one.path("format").asText().equals("date")) {
            bad.addAll(List.of("x", "2025-02-30", "2025-1-1", "+12345-01-01"));
        } else if (one.has("pattern")) {
            bad.addAll(List.of("x", "2025-13", "+12345-01"));
        } else if (one.has("maxLength")) {
            bad.add("a".repeat(one.path("maxLength").asInt() + 1));
        }
        if (!list && !one.path("type").asText().equals("object")) {
            // the same parameter twice
            bad.add(null);
        }
        return bad;
    }

    private static List<JsonNode> badFields(JsonNode schema) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        ArrayNode list = nodes.arrayNode().add(nodes.objectNode());
        List<JsonNode> bad = new ArrayList<>();
        switch (schema.path("type").asText()) {
            case "string" -> {
                bad.add(list);
                if (schema.has("enum")) {
                    bad.add(nodes.textNode("no-such-value"));
                    bad.add(nodes.textNode(TOO_LONG));
                } else {
                    bad.add(nodes.textNode("a".repeat(schema.path("maxLength").asInt() + 1)));
                }
            }
            case "integer" -> {
                bad.add(nodes.textNode("x"));
                bad.add(nodes.numberNode(schema.path("minimum").asLong() - 1));
                bad.add(nodes.numberNode(schema.path("maximum").asLong() + 1));
            }
            case "array" -> {
                bad.add(nodes.textNode("x"));
                bad.add(nodes.arrayNode());
                bad.add(list);
            }
            default -> bad.add(nodes.textNode("x"));
        }
        return bad;
    }

    /** The address with this value of the parameter, or with two values if the value is null. */
    private static String with(String address, String name, String value) {
        String plain = address.replaceFirst("[?&]" + name + "=[^&]*", "");
        String start = plain + (plain.contains("?") ? "&" : "?");
        return value == null ? start + name + "=1&" + name + "=2" : start + name + "=" + encoded(value);
    }

    private Answer ask(Operation operation, String address, String body) {
        String type = operation.body().isMissingNode() ? "application/octet-stream" : "application/json";
        if (operation.method().equals("GET")) {
            return operation.needsAdmin() ? api.getAsAdmin(address) : api.get(address);
        }
        return api.exchangeAsAdmin(operation.method(), address, body, "Content-Type", type);
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(body, e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String shortened(String text) {
        return text == null ? "twice" : text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
