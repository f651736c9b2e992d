package org.salesetl;

import java.io.ObjectInputFilter;
import java.util.Arrays;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LoggingSystem;

/** Starts the service, or runs a {@link Command}. Relative paths in the configuration start at the working folder. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SalesEtlApplication {

    private static final int WRONG_USE = 2;

    // Nothing here sends Java objects, so the service accepts none: to deserialize a stranger's object is to run a
    // stranger's code.
    static {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter("!*"));
        }
    }

    public static void main(String[] arguments) {
        OutOfMemory.watchThreads();
        if (Command.isAskedFor(arguments)) {
            System.exit(run(arguments));
        }
        SpringApplication.run(SalesEtlApplication.class, arguments);
        // what is added last runs first: the log still works then
        SpringApplication.getShutdownHandlers()
                .add(() -> LoggerFactory.getLogger(SalesEtlApplication.class).info("The service has stopped"));
    }

    private static int run(String... arguments) {
        // a command says what it has to say by itself
        LoggingSystem.get(SalesEtlApplication.class.getClassLoader()).beforeInitialize();
        try {
            return Command.askedForBy(arguments).run(Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return WRONG_USE;
        }
    }
}
