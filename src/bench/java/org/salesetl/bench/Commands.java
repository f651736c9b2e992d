package org.salesetl.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Other programs, run to their end. */
final class Commands {

    private Commands() {}

    /**
     * What a program prints; what it complains of goes to the console.
     *
     * @throws IOException if it is not there, or ends with an error
     */
    static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(shown(command) + " ended with " + code + ": " + output);
        }
        return output;
    }

    /** A command as a person can read it: without its class path. */
    private static String shown(List<String> command) {
        List<String> words = new ArrayList<>(command);
        words.removeIf(word -> word.equals(System.getProperty("java.class.path")));
        return String.join(" ", words);
    }

    /** Whether a program is there and ends well. */
    static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The command for a Java program on this one's class path, with its options and arguments. */
    static List<String> java(String... rest) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dlogback.configurationFile=bench/logback.xml"));
        command.addAll(List.of(rest));
        return command;
    }
}
