package org.salesetl.security;

import jakarta.servlet.Filter;
import org.salesetl.SalesEtlProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What every request has to pass, whoever sent it. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    @Bean
    FilterRegistrationBean<HostFilter> ownNamesOnly(SalesEtlProperties properties) {
        FilterRegistrationBean<HostFilter> registration =
                new FilterRegistrationBean<>(new HostFilter(properties.hosts()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Filter> noLongBodies() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(BodyLimit::declared);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    /** After the sign-in: who may send nothing is told so, and nothing is kept in memory. */
    @Bean
    FilterRegistrationBean<Filter> noLongChunkedBodies() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(BodyLimit::counted);
        registration.setOrder(0);
        return registration;
    }
}
