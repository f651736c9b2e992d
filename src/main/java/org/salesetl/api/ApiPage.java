package org.salesetl.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.salesetl.security.Right;
import org.salesetl.security.Rights;
import org.salesetl.vocabulary.Role;
import org.salesetl.web.ApiCall;
import org.salesetl.web.ApiOperation.Answer;
import org.salesetl.web.Input;
import org.salesetl.web.Page;
import org.salesetl.web.Words;
import org.springframework.stereotype.Component;

/** Makes the page that shows all calls of the API, in the language of the installation. */
@Component
class ApiPage {

    private final ApiDocument document;
    private final Rights rights;
    private final CallWords words;
    private final Samples samples;

    ApiPage(ApiDocument document, Rights rights, Words words, Samples samples) {
        this.document = document;
        this.rights = rights;
        this.words = new CallWords(words);
        this.samples = samples;
    }

    /**
     * A call.
     *
     * @param name names the call in links
     * @param role the lowest role that may ask; null if everybody may
     * @param example a command that asks
     */
    record ShownCall(
            String name,
            String method,
            String path,
            String summary,
            @Nullable Role role,
            List<ShownInput> inputs,
            List<ShownAnswer> answers,
            String example) {}

    /**
     * A value of a call.
     *
     * @param place path, query or body
     * @param accepted what is accepted, in words or as a list of values
     * @param absent what stands for an absent value; empty if nothing does
     */
    record ShownInput(String name, String place, boolean required, String meaning, String accepted, String absent) {}

    /**
     * An answer.
     *
     * @param mediaType empty if the answer has no body
     * @param sample the shape of the body; empty if the body is not JSON
     */
    record ShownAnswer(int status, String mediaType, String sample) {}

    /** The calls about one thing. */
    record Group(String name, List<ShownCall> calls) {}

    Page page() {
        Map<String, List<ShownCall>> groups = new TreeMap<>();
        document.calls()
                .forEach(call -> groups.computeIfAbsent(ApiGroup.of(call), name -> new ArrayList<>())
                        .add(shown(call)));
        return new Page(
                "openapi",
                Map.of(
                        "groups",
                        groups.entrySet().stream()
                                .map(group -> new Group(group.getKey(), group.getValue()))
                                .toList()));
    }

    private ShownCall shown(ApiCall call) {
        List<ShownInput> inputs = new ArrayList<>();
        call.operation().inputs().forEach(input -> inputs.add(shown(call, input, call.place(input))));
        call.operation().fields().forEach(field -> inputs.add(shown(call, field, "body")));
        Right right = rights.of(call.method(), call.path());
        return new ShownCall(
                call.name(),
                call.method(),
                call.path(),
                words.summary(call),
                right.open() ? null : right.role(),
                inputs,
                call.operation().answers().stream().map(this::shown).toList(),
                samples.command(call, right));
    }

    private ShownInput shown(ApiCall call, Input input, String place) {
        Object absent = input.schema().get("default");
        return new ShownInput(
                input.name(),
                place,
                input.isRequired(),
                words.meaning(call, input),
                words.accepted(input.schema()),
                absent == null ? "" : absent.toString());
    }

    private ShownAnswer shown(Answer answer) {
        String mediaType = answer.mediaType();
        return new ShownAnswer(
                answer.status(),
                mediaType == null ? "" : mediaType,
                answer.type() == null ? "" : samples.body(answer.type(), answer.list()));
    }
}
