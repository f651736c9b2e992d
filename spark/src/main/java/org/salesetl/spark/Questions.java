package org.salesetl.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.Map;

/**
 * The questions of the service, which has started this program: each line of the standard input is a question in JSON, and each line of the
 * standard output an answer. So there is neither a port nor a secret. The program ends with its input.
 */
final class Questions implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintStream answers = new PrintStream(System.out, true, UTF_8);
    private final BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));

    private String lastFailure = "";

    Questions() {
        // whatever else somebody prints is no answer
        System.setOut(System.err);
    }

    /** Answers all questions; a failure is an answer, too. */
    void answer(Answers program) throws IOException {
        answers.println("{\"ready\":true}");
        for (String line; (line = lines.readLine()) != null; ) {
            answers.println(answer(program, line));
        }
    }

    private String answer(Answers program, String line) throws IOException {
        try {
            JsonNode question = JSON.readTree(line);
            return program.to(question.path("ask").asText(), question);
        } catch (Exception e) {
            String failure = e.toString();
            if (!failure.equals(lastFailure)) {
                // once: a question that is asked again and again would fill the disk
                e.printStackTrace();
            }
            lastFailure = failure;
            return JSON.writeValueAsString(Map.of("failed", failure));
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** Knows the answers. */
    interface Answers {

        /** The answer in one line of JSON. */
        String to(String asked, JsonNode question) throws Exception;
    }
}
