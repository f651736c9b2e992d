package org.salesetl;

import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The configuration that the service would have, for a {@link Command}.
 *
 * @param environment all settings
 * @param properties those of this service
 * @param server those of its server for HTTP
 */
public record CommandSettings(
        ConfigurableEnvironment environment, SalesEtlProperties properties, ServerProperties server) {

    /**
     * Reads the configuration of the working folder.
     *
     * @param options options of the service, which count more than files
     * @throws RefusedStartException if it has a setting that there is not
     * @throws RuntimeException if it cannot be read; the message says why
     */
    public static CommandSettings read(String... options) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(options));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return new CommandSettings(
                environment,
                properties(Binder.get(environment)),
                Binder.get(environment).bindOrCreate("server", ServerProperties.class));
    }

    private static SalesEtlProperties properties(Binder binder) {
        try {
            return binder.bindOrCreate(
                    "sales-etl",
                    Bindable.of(SalesEtlProperties.class),
                    new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
        } catch (BindException e) {
            if (e.getCause() instanceof UnboundConfigurationPropertiesException unknown) {
                throw new RefusedStartException(
                        UnknownSettingFailureAnalyzer.words(unknown), UnknownSettingFailureAnalyzer.WAY_OUT, e);
            }
            throw e;
        }
    }
}
