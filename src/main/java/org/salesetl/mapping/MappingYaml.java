package org.salesetl.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.salesetl.notation.WrittenCurrency;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Labelled;

/** Reads and writes mappings as YAML. Reading is strict: a key that no mapping has is an error, and so is a key that comes twice. */
public final class MappingYaml {

    private static final int LONGEST_NAME = 100;
    private static final ObjectMapper YAML = mapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    private MappingYaml() {}

    private static ObjectMapper mapper() {
        YAMLMapper mapper = YAMLMapper.builder(YAMLFactory.builder()
                        .stringQuotingChecker(new PlainText())
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // a column may well be called No
                .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                .disable(Feature.WRITE_DOC_START_MARKER)
                .enable(Feature.MINIMIZE_QUOTES)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_EMPTY, Include.ALWAYS))
                .build();
        for (Class<?> type : List.of(List.class, Set.class, Map.class)) {
            mapper.configOverride(type).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        return mapper;
    }

    /**
     * Reads a mapping.
     *
     * @param yaml one document
     * @throws MappingException if the text is no mapping; the message says the line and the column
     */
    public static Mapping read(String yaml) {
        try {
            Mapping mapping = YAML.readValue(yaml, Mapping.class);
            if (mapping == null) {
                throw new MappingException("line 1, column 1: expected a mapping but the document is empty");
            }
            return complete(mapping);
        } catch (JsonProcessingException e) {
            throw new MappingException(place(yaml, e) + words(e));
        }
    }

    /** Where the key or the value is that is wrong. */
    private static String place(String yaml, JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return placeOfKey(yaml, unknown);
        }
        JsonLocation at = e.getLocation();
        if (at == null) {
            return "";
        }
        // the parser stands behind the value, perhaps at the beginning of the line below
        int line = at.getColumnNr() == 1 && at.getLineNr() > 1 ? at.getLineNr() - 1 : at.getLineNr();
        String wrong = e instanceof InvalidFormatException invalid ? String.valueOf(invalid.getValue()) : "";
        int column = yaml.lines().skip(line - 1L).findFirst().orElse("").indexOf(wrong) + 1;
        return place(line, wrong.isEmpty() || column == 0 ? at.getColumnNr() : column);
    }

    /** Where an unknown key is. The exception does not tell, since it comes when the whole object has been read. */
    private static String placeOfKey(String yaml, UnrecognizedPropertyException unknown) {
        JsonPointer key = JsonPointer.empty();
        for (Reference step : unknown.getPath()) {
            key = step.getFieldName() == null
                    ? key.appendIndex(step.getIndex())
                    : key.appendProperty(step.getFieldName());
        }
        try (JsonParser parser = YAML.createParser(yaml)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME
                        && parser.getParsingContext().pathAsPointer().equals(key)) {
                    JsonLocation at = parser.currentTokenLocation();
                    return place(at.getLineNr(), at.getColumnNr());
                }
            }
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("A text that has been read can be read again", e);
        }
    }

    private static String place(int line, int column) {
        return "line " + line + ", column " + column + ": ";
    }

    /** What was expected, and what came. */
    private static String words(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "expected one of " + expected(new TreeSet<>(unknown.getKnownPropertyIds())) + " but found "
                    + unknown.getPropertyName();
        }
        if (e instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum()) {
            return "expected one of " + expected(List.of(wrong.getTargetType().getEnumConstants())) + " but found "
                    + wrong.getValue();
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            if (mismatch.getPath().isEmpty()) {
                return "expected a mapping with a key in each line, such as name: Our till";
            }
            boolean several = Collection.class.isAssignableFrom(mismatch.getTargetType());
            return "expected " + (several ? "a list in brackets" : "another kind of value") + " in "
                    + mismatch.getPath().stream()
                            .map(Reference::getFieldName)
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining("."));
        }
        return e.getCause() instanceof IllegalArgumentException wrong
                ? String.valueOf(wrong.getMessage())
                : e.getOriginalMessage();
    }

    private static String expected(Collection<?> values) {
        return values.stream()
                .map(value -> value instanceof Labelled labelled ? labelled.label() : String.valueOf(value))
                .collect(Collectors.joining(", "));
    }

    @SuppressWarnings("ConstantValue") // a key that is absent from the document leaves a null
    private static Mapping complete(Mapping mapping) {
        require(
                mapping.name() != null
                        && !mapping.name().isBlank()
                        && mapping.name().length() <= LONGEST_NAME,
                "a name of at most " + LONGEST_NAME + " characters but there is none");
        require(
                mapping.kind() != null,
                "a kind (" + String.join(", ", Labelled.labels(Kind.class)) + ") but there is none");
        require(
                !mapping.recognisedBy().isEmpty() || !mapping.needs().isEmpty(),
                "recognised_by with the header cells that tell the source but there are none");
        String currency = mapping.currency();
        require(
                currency == null || WrittenCurrency.isCode(currency),
                "a currency as ISO 4217 has it, for example EUR, but found " + currency);
        List<List<Column>> missing = mapping.missing(mapping.columns().keySet());
        require(
                mapping.isOfOwnNames() || mapping.refusal() != null || missing.isEmpty(),
                "columns for " + Mapping.inWords(missing) + " but there are none");
        return mapping;
    }

    private static void require(boolean met, String expected) {
        if (!met) {
            throw new MappingException("expected " + expected);
        }
    }

    /**
     * Reads the columns of a mapping alone, as YAML or as JSON, which is YAML too.
     *
     * @throws MappingException if the text has none
     */
    public static Map<Column, CellSource> columns(String text) {
        try {
            return YAML.readValue(text, new TypeReference<Map<Column, CellSource>>() {});
        } catch (JsonProcessingException e) {
            throw new MappingException("expected columns such as {\"order_id\": \"Number\"} but found " + text);
        }
    }

    /** The columns of a mapping as JSON. */
    public static String columnsAsJson(Map<Column, CellSource> columns) {
        try {
            return JSON.writeValueAsString(columns);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Columns can always be written", e);
        }
    }

    /** The mapping as an object of JSON, with the keys of the YAML document. */
    public static JsonNode json(Mapping mapping) {
        return YAML.valueToTree(mapping);
    }

    /** The mapping as one YAML document. */
    public static String write(Mapping mapping) {
        try {
            return YAML.writeValueAsString(mapping);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A mapping can always be written", e);
        }
    }
}
