package org.salesetl.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The API as the document describes it. */
final class DescribedApi {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final JsonNode document;

    DescribedApi(JsonNode document) {
        this.document = document.deepCopy();
        // an answer with a field that nobody has described is wrong too
        this.document
                .path("components")
                .path("schemas")
                .forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
    }

    /**
     * An operation of the document.
     *
     * @param node what the document says of it
     */
    record Operation(String method, String path, JsonNode node) {

        String id() {
            return node.path("operationId").asText();
        }

        boolean needsAdmin() {
            return !node.path("security").path(0).isEmpty();
        }

        List<JsonNode> parameters(String place) {
            List<JsonNode> parameters = new ArrayList<>();
            node.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals(place)) {
                    parameters.add(parameter);
                }
            });
            return parameters;
        }

        /** The schema of the body in JSON; missing if it takes none. */
        JsonNode body() {
            return node.path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return operations;
    }

    /** What a value has that the schema, which may point at others of the document, does not allow. */
    Set<ValidationMessage> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return SCHEMAS.getSchema(
                        whole,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build())
                .validate(value);
    }

    /** What the document says of an answer with this status; a reference is followed. */
    JsonNode response(Operation operation, int status) {
        JsonNode response = operation.node().path("responses").path(Integer.toString(status));
        return response.has("$ref") ? document.at(response.path("$ref").asText().substring(1)) : response;
    }
}
