package org.salesetl;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service. Relative paths in the configuration start at the working folder. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SalesEtlApplication {

    public static void main(String[] arguments) {
        OutOfMemory.watchThreads();
        SpringApplication.run(SalesEtlApplication.class, arguments);
    }
}
