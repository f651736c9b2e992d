package org.salesetl;

import java.util.Arrays;
import java.util.List;

/** Says how to call the program. */
record Usage(List<String> commands) implements Command {

    private static final List<String> OPTIONS = List.of("-h", "--help");
    private static final String WORD = "help";

    Usage {
        commands = List.copyOf(commands);
    }

    /** Whether somebody asks for this: by the first argument of the process, or by an option wherever it stands. */
    static boolean isAskedForBy(String... arguments) {
        return WORD.equals(arguments[0]) || Arrays.stream(arguments).anyMatch(OPTIONS::contains);
    }

    @Override
    public String name() {
        return WORD;
    }

    @Override
    public int run(String... options) {
        System.out.println("""
                java -jar sales-etl-dashboard.jar [command [file]] [--property=value …]

                Without a command the service starts. The commands are: %s.
                The properties are in README.md; --server.port=8081 is one.""".formatted(String.join(", ", commands)));
        return 0;
    }
}
