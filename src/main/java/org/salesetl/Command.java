package org.salesetl;

import java.util.List;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * Something that the program does instead of starting the service: {@code java -jar sales-etl-dashboard.jar doctor}. The commands are
 * named in {@code META-INF/spring.factories}.
 */
public interface Command {

    /** The word that asks for the command. */
    String name();

    /**
     * Does it.
     *
     * @param options the options of the service that stand behind the word, such as {@code --server.port=8081}
     * @return the exit code of the process: 0 if all is well
     */
    int run(String... options);

    /** Whether the arguments of the process ask for a command: then the first of them is a word, and no option; or they ask for help. */
    static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && (!arguments[0].startsWith("-") || Usage.isAskedForBy(arguments));
    }

    /**
     * The command that the arguments of the process ask for.
     *
     * @throws IllegalArgumentException if there is none; the message names those that there are
     */
    static Command askedForBy(String... arguments) {
        List<Command> commands = SpringFactoriesLoader.loadFactories(Command.class, Command.class.getClassLoader());
        List<String> names = commands.stream().map(Command::name).sorted().toList();
        if (Usage.isAskedForBy(arguments)) {
            return new Usage(names);
        }
        String name = arguments[0];
        return commands.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no command " + name
                        + ". Without a command the service starts; the commands are: " + String.join(", ", names)));
    }
}
