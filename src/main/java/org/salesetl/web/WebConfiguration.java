package org.salesetl.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.task.TaskDecorator;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/** Configures the framework for the routes that answer HTTP requests. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    static final String REQUESTS = "requestsAtOnce";
    static final String UPLOADS = "uploadsAtOnce";
    static final String ARCHIVED_FILES = "archivedFilesAtOnce";

    /**
     * The service computes answers for only this many requests at once. There are many more threads, and the other threads send answers
     * to clients, which may read slowly.
     */
    @Bean(REQUESTS)
    AtOncePolicy requestsAtOnce() {
        return new AtOncePolicy(16, Duration.ofSeconds(10), "requests");
    }

    /** An archived file is read from its beginning, which takes long for a large file. Pages must not wait for that. */
    @Bean(ARCHIVED_FILES)
    AtOncePolicy archivedFilesAtOnce() {
        return new AtOncePolicy(4, Duration.ZERO, "archived files");
    }

    /** Uploads have a limit of their own, because a file may take hours to arrive over a slow line. */
    @Bean(UPLOADS)
    AtOncePolicy uploadsAtOnce() {
        return new AtOncePolicy(16, Duration.ZERO, "uploads");
    }

    /** Tells the threads of the routes which user has signed in. */
    @Bean
    TaskDecorator securityContextForRoutes() {
        return DelegatingSecurityContextRunnable::new;
    }

    /** The error page is in the language of the installation too, whatever the browser asks for. */
    @Bean
    LocaleResolver localeResolver(DisplayFormats formats) {
        return new FixedLocaleResolver(formats.language());
    }

    /** Hides the bodies of PUT requests from the framework. The routes read these bodies, which are files. */
    @Bean
    FilterRegistrationBean<Filter> unreadBodies() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(
                (request, response, chain) -> chain.doFilter(UnreadBody.ifPut((HttpServletRequest) request), response));
        registration.setAsyncSupported(true);
        return registration;
    }

    /**
     * Adds no error page to an answer that has already begun. The server does that by an include when the reader is gone, so nobody
     * reads the page.
     */
    @Bean
    FilterRegistrationBean<Filter> answersThatHaveBegun() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {});
        registration.setDispatcherTypes(DispatcherType.INCLUDE);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Does not send an answer again that has not changed. Charts do that themselves, without drawing the chart again. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> entityTags() {
        ShallowEtagHeaderFilter filter = new ShallowEtagHeaderFilter();
        // the server compresses no answer with a strong tag
        filter.setWriteWeakETag(true);
        FilterRegistrationBean<ShallowEtagHeaderFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/api/metrics/*", "/openapi.json");
        return registration;
    }
}
