package org.salesetl;

import java.util.List;

/** Says how to call the program. */
record Usage(List<String> commands) implements Command {

    private static final List<String> ASKED_BY = List.of("-h", "--help", "help");

    Usage {
        commands = List.copyOf(commands);
    }

    /** Whether somebody asks for this by the first argument of the process. */
    static boolean isAskedForBy(String argument) {
        return ASKED_BY.contains(argument);
    }

    @Override
    public String name() {
        return "help";
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
