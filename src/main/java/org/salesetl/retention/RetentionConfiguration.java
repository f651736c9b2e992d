package org.salesetl.retention;

import java.util.List;
import java.util.Map;
import org.salesetl.archive.Archive;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says for each subject what is old, and how it is deleted. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    private static final String FIRST_KEPT_FILE = "retention/find-first-kept-file";

    @Bean
    OldThings oldFiles(RetentionStatements statements, Archive archive) {
        return new OldFiles(statements, archive);
    }

    @Bean
    OldThings oldQuarantinedRows(RetentionStatements statements) {
        return new OldRows(
                statements,
                Subject.QUARANTINE,
                "retention/look-at-quarantine",
                Map.of("firstKept", FIRST_KEPT_FILE, "firstKeptDismissal", "retention/find-first-kept-dismissal"),
                List.of(),
                List.of("retention/delete-settled-rows", "retention/delete-dismissed-rows"));
    }

    @Bean
    OldThings oldLeftOutRows(RetentionStatements statements) {
        return new OldRows(
                statements,
                Subject.LEDGER,
                "retention/look-at-left-out",
                Map.of("firstKept", FIRST_KEPT_FILE),
                List.of("retention/mark-left-out"),
                List.of("retention/delete-left-out"));
    }

    @Bean
    OldThings oldHistory(RetentionStatements statements) {
        return new OldRows(
                statements,
                Subject.HISTORY,
                "retention/look-at-history",
                Map.of("firstKeptRun", "retention/find-first-kept-run"),
                List.of(),
                List.of("retention/delete-runs"));
    }
}
