package org.salesetl.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a call of the API takes and answers.
 *
 * @param inputs the parts of the path and the parameters
 * @param bodies the schemas of the bodies that the call accepts, by their media type; empty if it takes none
 * @param fields the fields of a body in JSON
 * @param answers what the call answers if all goes well
 * @param conflicts whether the call may be impossible at the moment, which is the answer 409
 */
public record ApiOperation(
        List<Input> inputs,
        Map<String, Map<String, Object>> bodies,
        List<Input> fields,
        List<Answer> answers,
        boolean conflicts) {

    private static final String JSON = "application/json";
    private static final String YAML = "application/yaml";
    private static final String BYTES = "application/octet-stream";

    static final String CSV = "text/csv";
    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int OK = 200;

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param mediaType null if the answer has no body
     * @param type the class of the body in JSON; null if the body is something else
     * @param list whether the body is a list of such values
     */
    public record Answer(
            int status,
            @Nullable String mediaType,
            @Nullable Class<?> type,
            boolean list) {}

    public ApiOperation {
        inputs = List.copyOf(inputs);
        bodies = new LinkedHashMap<>(bodies);
        fields = List.copyOf(fields);
        answers = List.copyOf(answers);
    }

    /** A call that takes these parts of the path and parameters. */
    public static ApiOperation of(List<? extends Input> inputs) {
        return new ApiOperation(List.copyOf(inputs), Map.of(), List.of(), List.of(), false);
    }

    /** The same call, which takes these parameters too. */
    public ApiOperation and(List<? extends Input> more) {
        List<Input> all = new ArrayList<>(inputs);
        all.addAll(more);
        return new ApiOperation(all, bodies, fields, answers, conflicts);
    }

    /** The same call, which takes an object in JSON with these fields. */
    public ApiOperation withBody(List<Input> bodyFields) {
        return new ApiOperation(inputs, Map.of(JSON, Input.object(bodyFields)), bodyFields, answers, conflicts);
    }

    /** The same call, which takes any file. */
    public ApiOperation withFile() {
        return new ApiOperation(inputs, Map.of(BYTES, Map.of()), fields, answers, conflicts);
    }

    /** The same call, which takes a document in YAML. */
    public ApiOperation withYaml() {
        return new ApiOperation(inputs, Map.of(YAML, Map.of("type", "string")), fields, answers, conflicts);
    }

    /** The same call, which may be impossible at the moment. */
    public ApiOperation mayConflict() {
        return new ApiOperation(inputs, bodies, fields, answers, true);
    }

    /** Answers a value of this class in JSON. */
    public ApiOperation answers(Class<?> type) {
        return answers(OK, type);
    }

    /** Answers a value of this class in JSON, with this status. */
    public ApiOperation answers(int status, Class<?> type) {
        return answering(new Answer(status, JSON, type, false));
    }

    /** Answers a list of values of this class in JSON. */
    public ApiOperation answersListOf(Class<?> type) {
        return answering(new Answer(OK, JSON, type, true));
    }

    /** Answers a file of this media type. */
    public ApiOperation answersFile(String mediaType) {
        return answering(new Answer(OK, mediaType, null, false));
    }

    /** Answers a CSV file. */
    public ApiOperation answersCsv() {
        return answersFile(CSV);
    }

    /** Answers a workbook. */
    public ApiOperation answersWorkbook() {
        return answersFile(WORKBOOK);
    }

    /** Answers YAML, if the request prefers YAML. */
    public ApiOperation orYaml() {
        return orYaml(OK);
    }

    /** Answers YAML with this status, if the request prefers YAML. */
    public ApiOperation orYaml(int status) {
        return answering(new Answer(status, YAML, null, false));
    }

    /** Answers nothing but this status. */
    public ApiOperation answersNothing(int status) {
        return answering(new Answer(status, null, null, false));
    }

    private ApiOperation answering(Answer answer) {
        return new ApiOperation(
                inputs,
                bodies,
                fields,
                Stream.concat(answers.stream(), Stream.of(answer)).toList(),
                conflicts);
    }
}
