package org.salesetl;

import java.io.IOException;
import java.time.Clock;
import org.salesetl.layout.ReadingSettings;
import org.salesetl.rule.RuleBook;
import org.salesetl.work.WorkFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rules and the reading of files need. They know neither Spring nor the configuration of the service. */
@Configuration(proxyBeanMethods = false)
class RuleConfiguration {

    /** The work folder, without the files that an earlier process left behind. */
    @Bean
    WorkFolder workFolder(SalesEtlProperties properties) throws IOException {
        WorkFolder folder = WorkFolder.at(properties.work());
        folder.clear();
        return folder;
    }

    @Bean
    ReadingSettings readingSettings(SalesEtlProperties properties) {
        return properties.readingSettings();
    }

    @Bean
    RuleBook ruleBook(Clock clock, WorkFolder folder) {
        return new RuleBook(clock, folder);
    }
}
