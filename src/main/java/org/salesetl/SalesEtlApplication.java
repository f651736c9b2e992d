package org.salesetl;

import java.io.ObjectInputFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service. Relative paths in the configuration start at the working folder. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SalesEtlApplication {

    // Nothing here sends Java objects, so the service accepts none: to deserialize a stranger's object is to run a
    // stranger's code.
    static {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter("!*"));
        }
    }

    public static void main(String[] arguments) {
        OutOfMemory.watchThreads();
        SpringApplication.run(SalesEtlApplication.class, arguments);
    }
}
