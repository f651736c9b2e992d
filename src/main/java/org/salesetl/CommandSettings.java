package org.salesetl;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The configuration that the service would have, for a {@link Command}.
 *
 * @param environment all settings
 * @param properties those of this service
 */
public record CommandSettings(ConfigurableEnvironment environment, SalesEtlProperties properties) {

    /**
     * Reads the configuration of the working folder.
     *
     * @param options options of the service, which count more than files
     * @throws RuntimeException if it cannot be read; the message says why
     */
    public static CommandSettings read(String... options) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(options));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return new CommandSettings(
                environment, Binder.get(environment).bindOrCreate("sales-etl", SalesEtlProperties.class));
    }
}
