package org.salesetl.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.salesetl.security.Right;
import org.salesetl.security.Rights;
import org.salesetl.web.ApiCall;
import org.salesetl.web.ApiCalls;
import org.salesetl.web.ApiOperation.Answer;
import org.salesetl.web.Input;
import org.salesetl.web.Problem;
import org.salesetl.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Describes all calls of the API as a document of OpenAPI 3.1, in English. */
@Component
class ApiDocument {

    private static final String DESCRIPTION = "description";
    private static final String SCHEMA = "schema";
    private static final String CONTENT = "content";
    private static final String PROBLEM = "Problem";

    private final ObjectProvider<ApiCalls> routes;
    private final Rights rights;
    private final ObjectMapper json;
    private final Supplier<Map<String, Object>> document = SingletonSupplier.of(this::make);
    private final CallWords words = new CallWords(Words.in(Locale.ENGLISH));

    ApiDocument(ObjectProvider<ApiCalls> routes, Rights rights, ObjectMapper json) {
        this.routes = routes;
        this.rights = rights;
        this.json = json;
    }

    /** All calls, in the order of their paths. */
    List<ApiCall> calls() {
        return routes.stream()
                .flatMap(route -> route.calls().stream())
                .sorted(Comparator.comparing(ApiCall::path).thenComparing(ApiCall::method))
                .toList();
    }

    /** The document, for Jackson to write. It is made when somebody asks first, because routes know their calls only when they start. */
    Map<String, Object> document() {
        return Objects.requireNonNull(document.get());
    }

    private Map<String, Object> make() {
        AnswerSchemas schemas = new AnswerSchemas(json);
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        for (ApiCall call : calls()) {
            paths.computeIfAbsent(call.path(), path -> new LinkedHashMap<>())
                    .put(call.method().toLowerCase(Locale.ROOT), operation(call, schemas));
        }
        Map<String, Object> problem = Map.of(
                DESCRIPTION,
                words.answer("problem"),
                CONTENT,
                Map.of("application/problem+json", Map.of(SCHEMA, schemas.of(Problem.class))));
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("openapi", "3.1.0");
        whole.put(
                "info",
                Map.of(
                        "title",
                        "Sales ETL Dashboard",
                        "version",
                        "1",
                        DESCRIPTION,
                        words.about(),
                        "license",
                        Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
        whole.put("servers", List.of(Map.of("url", "/")));
        whole.put("paths", paths);
        whole.put(
                "components",
                Map.of(
                        "schemas",
                        schemas.objects(),
                        "responses",
                        Map.of(PROBLEM, problem),
                        "securitySchemes",
                        Map.of(
                                "password", Map.of("type", "http", "scheme", "basic"),
                                "token", Map.of("type", "http", "scheme", "bearer"))));
        return whole;
    }

    private Map<String, Object> operation(ApiCall call, AnswerSchemas schemas) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", call.name());
        operation.put("tags", List.of(ApiGroup.of(call)));
        operation.put("summary", words.summary(call));
        List<Map<String, Object>> parameters = call.operation().inputs().stream()
                .map(input -> parameter(call, input))
                .toList();
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        Map<String, Object> bodies = new LinkedHashMap<>();
        call.operation().bodies().forEach((type, schema) -> bodies.put(type, Map.of(SCHEMA, described(call, schema))));
        if (!bodies.isEmpty()) {
            operation.put(
                    "requestBody",
                    Map.of(
                            CONTENT,
                            bodies,
                            "required",
                            call.operation().fields().isEmpty()
                                    || call.operation().fields().stream().anyMatch(Input::isRequired)));
        }
        operation.put("responses", responses(call, schemas));
        operation.put("security", security(rights.of(call.method(), call.path())));
        return operation;
    }

    private Map<String, Object> parameter(ApiCall call, Input input) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", input.name());
        parameter.put("in", call.place(input));
        parameter.put("required", input.isRequired());
        parameter.put(DESCRIPTION, words.meaning(call, input));
        parameter.put(SCHEMA, input.schema());
        return parameter;
    }

    /** The same schema with what its fields mean. */
    private Map<String, Object> described(ApiCall call, Map<String, Object> schema) {
        if (call.operation().fields().isEmpty()) {
            return schema;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        call.operation().fields().forEach(field -> {
            Map<String, Object> described = new LinkedHashMap<>(field.schema());
            described.put(DESCRIPTION, words.meaning(call, field));
            fields.put(field.name(), described);
        });
        Map<String, Object> described = new LinkedHashMap<>(schema);
        described.put("properties", fields);
        return described;
    }

    private Map<String, Object> responses(ApiCall call, AnswerSchemas schemas) {
        Map<String, Map<String, Object>> contents = new TreeMap<>();
        for (Answer answer : call.operation().answers()) {
            Map<String, Object> content =
                    contents.computeIfAbsent(Integer.toString(answer.status()), status -> new LinkedHashMap<>());
            if (answer.mediaType() != null) {
                content.put(answer.mediaType(), content(answer, schemas));
            }
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        contents.forEach((status, content) -> responses.put(
                status,
                content.isEmpty()
                        ? Map.of(DESCRIPTION, words.answer(status))
                        : Map.of(DESCRIPTION, words.answer(status), CONTENT, content)));
        Map<String, Object> problem = Map.of("$ref", "#/components/responses/" + PROBLEM);
        problems(call).forEach(status -> responses.put(status, problem));
        responses.put("default", problem);
        return responses;
    }

    /** The statuses of the answers to requests that this call, but not every call, may refuse. */
    private static List<String> problems(ApiCall call) {
        List<String> problems = new ArrayList<>();
        boolean inPath = call.operation().inputs().stream().anyMatch(call::isInPath);
        if (call.operation().inputs().stream().anyMatch(input -> !call.isInPath(input))
                || !call.operation().bodies().isEmpty()) {
            problems.add("400");
        }
        if (inPath) {
            problems.add("404");
        }
        if (call.operation().conflicts()) {
            problems.add("409");
        }
        return problems;
    }

    private static Map<String, Object> content(Answer answer, AnswerSchemas schemas) {
        Class<?> type = answer.type();
        if (type == null) {
            return Map.of();
        }
        Map<String, Object> schema = schemas.of(type);
        return Map.of(SCHEMA, answer.list() ? Map.of("type", "array", "items", schema) : schema);
    }

    /** The ways to sign in. For a way that is not OAuth, the list has the role that the user needs. */
    private static List<Map<String, List<String>>> security(Right right) {
        if (right.open()) {
            return List.of(Map.of());
        }
        List<String> roles = roles(right.role() == null ? null : right.role().label());
        return List.of(Map.of("password", roles), Map.of("token", roles));
    }

    private static List<String> roles(@Nullable String role) {
        return role == null ? List.of() : List.of(role);
    }
}
