package org.salesetl.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.salesetl.text.RefusedFileException;

/** Reads objects of JSON into memory, up to a size. */
final class JsonTree {

    private static final int MOST_DEPTH = 100;
    private static final int MOST_VALUES = 200_000;

    /** In characters. */
    private static final int MOST_TEXT = 16 << 20;

    /** Numbers with more digits, or with so many zeros, count nothing that is sold. */
    private static final int MOST_DIGITS = 50;

    /** Keeps every digit of a number. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .build());
    }

    /** Reads a text that is one value of JSON and nothing more. */
    static final ObjectReader ALONE = JSON.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonParser parser;
    private int values;
    private long text;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads the object at which the parser is.
     *
     * @throws RefusedFileException if it is too large
     */
    static ObjectNode read(JsonParser parser) throws IOException {
        return new JsonTree(parser).object();
    }

    private ObjectNode object() throws IOException {
        ObjectNode object = JSON.createObjectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            count(name.length());
            parser.nextToken();
            object.set(name, value());
        }
        return object;
    }

    private ArrayNode array() throws IOException {
        ArrayNode array = JSON.createArrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
        }
        return array;
    }

    private JsonNode value() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            count(0);
            return object();
        } else if (token == JsonToken.START_ARRAY) {
            count(0);
            return array();
        }
        count(parser.getTextLength());
        return parser.readValueAsTree();
    }

    private void count(int characters) {
        text += characters;
        if (++values > MOST_VALUES || text > MOST_TEXT) {
            throw new RefusedFileException("Expected objects of at most " + (MOST_TEXT >> 20) + " MiB and "
                    + MOST_VALUES + " values in this document of JSON but found a larger one."
                    + " Export its table as CSV or Excel (.xlsx) and drop that.");
        }
    }

    /** The number that a text is, or a number of JSON; null if it is none, or has more digits than any amount. */
    static @Nullable BigDecimal number(JsonNode value) {
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return isShort(number) ? number : null;
        }
        String digits = value.isTextual() ? value.asText() : "";
        try {
            BigDecimal number = digits.length() > MOST_DIGITS ? null : new BigDecimal(digits);
            return number != null && isShort(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isShort(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    }
}
