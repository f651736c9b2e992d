package org.salesetl;

import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the settings in files and in the command that the service does not have, and those that are probably meant. */
class UnknownSettingFailureAnalyzer extends AbstractFailureAnalyzer<UnboundConfigurationPropertiesException> {

    static final String WAY_OUT = "Correct the name. README.md has a list of all settings.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnboundConfigurationPropertiesException cause) {
        return new FailureAnalysis(words(cause), WAY_OUT, cause);
    }

    /** What is wrong, in a sentence or two for each setting. */
    static String words(UnboundConfigurationPropertiesException failure) {
        return failure.getUnboundProperties().stream()
                .map(UnknownSettingFailureAnalyzer::words)
                .collect(Collectors.joining(" "));
    }

    private static String words(ConfigurationProperty property) {
        String name = property.getName().toString();
        String origin = property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
        return name + origin + " is no setting of the service." + SettingNames.hint(name);
    }
}
