package org.salesetl;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Time as the service sees it: "today" is the calendar day in {@code sales-etl.zone}. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    Clock clock(SalesEtlProperties properties) {
        return Clock.system(properties.zone());
    }
}
