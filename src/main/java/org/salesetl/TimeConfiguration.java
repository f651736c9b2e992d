package org.salesetl;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Time as the service sees it: "today" is the calendar day in {@code sales-etl.zone}. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    @Primary
    Clock clock(SalesEtlProperties properties) {
        return Clock.system(properties.zone());
    }

    @Bean(SteadyClock.NAME)
    Clock steadyClock() {
        return new SteadyClock();
    }
}
