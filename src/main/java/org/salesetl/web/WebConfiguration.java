package org.salesetl.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** What HTTP routes need of the framework. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    static final String REQUESTS = "requestsAtOnce";
    static final String UPLOADS = "uploadsAtOnce";
    static final String ARCHIVED_FILES = "archivedFilesAtOnce";

    /**
     * So many requests are worked on at once, of the many more threads that answer them: the others send what is worked out to their
     * readers, however slowly those take it.
     */
    @Bean(REQUESTS)
    AtOncePolicy requestsAtOnce() {
        return new AtOncePolicy(16, Duration.ofSeconds(10), "requests");
    }

    /** Each is read from its beginning, however long it is: pages must not wait for that. */
    @Bean(ARCHIVED_FILES)
    AtOncePolicy archivedFilesAtOnce() {
        return new AtOncePolicy(4, Duration.ZERO, "archived files");
    }

    /** Files may arrive for hours, over a slow line. */
    @Bean(UPLOADS)
    AtOncePolicy uploadsAtOnce() {
        return new AtOncePolicy(16, Duration.ZERO, "uploads");
    }

    /** Routes answer on threads of their own, and have to know there who has signed in. */
    @Bean
    TaskDecorator knowsWhoHasSignedIn() {
        return DelegatingSecurityContextRunnable::new;
    }

    /** What is put here are files, which the routes read that take them. */
    @Bean
    FilterRegistrationBean<Filter> unreadBodies() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(
                (request, response, chain) -> chain.doFilter(UnreadBody.ifPut((HttpServletRequest) request), response));
        registration.setAsyncSupported(true);
        return registration;
    }

    /** An answer that has not changed is not sent again. Charts know without being drawn whether they have. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> entityTags() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> registration =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        registration.addUrlPatterns("/api/metrics/*");
        return registration;
    }
}
