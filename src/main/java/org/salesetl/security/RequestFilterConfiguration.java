package org.salesetl.security;

import org.apache.catalina.valves.RemoteIpValve;
import org.salesetl.SalesEtlProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The checks that every request has to pass, with or without a sign-in. */
@Configuration(proxyBeanMethods = false)
class RequestFilterConfiguration {

    @Bean
    FilterRegistrationBean<HeaderWriterFilter> headersOfAllAnswers() {
        FilterRegistrationBean<HeaderWriterFilter> registration = new FilterRegistrationBean<>(AnswerHeaders.filter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<HostFilter> ownNamesOnly(SalesEtlProperties properties) {
        FilterRegistrationBean<HostFilter> registration =
                new FilterRegistrationBean<>(new HostFilter(properties.hosts()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<EncryptedFilter> encryptedOnly(Exposure exposure) {
        FilterRegistrationBean<EncryptedFilter> registration =
                new FilterRegistrationBean<>(new EncryptedFilter(exposure.needsProxy()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<PlainRequestFilter> plainRequestsOnly() {
        FilterRegistrationBean<PlainRequestFilter> registration =
                new FilterRegistrationBean<>(new PlainRequestFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyFilter> readBodies() {
        FilterRegistrationBean<BodyFilter> registration = new FilterRegistrationBean<>(new BodyFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    /** Takes the address of the client, the host and the protocol from the headers of declared proxies, and of nobody else. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> declaredProxies(SalesEtlProperties properties) {
        return server -> {
            if (!properties.proxies().isEmpty()) {
                RemoteIpValve valve = new RemoteIpValve();
                valve.setInternalProxies(ProxyAddresses.pattern(properties.proxies()));
                valve.setHostHeader("X-Forwarded-Host");
                valve.setPortHeader("X-Forwarded-Port");
                server.addEngineValves(valve);
            }
        };
    }

    /**
     * If all requests come by TLS, to the service or to a proxy before it, browsers send the session cookie only by TLS, and to
     * no other host. The prefix in the cookie's name makes browsers enforce this.
     */
    @Bean
    CookieSerializer sessionCookie(ServerProperties server, SalesEtlProperties properties) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setUseBase64Encoding(false);
        cookie.setCookiePath("/");
        boolean encrypted = server.getSsl() != null && server.getSsl().isEnabled();
        if (encrypted || (!properties.proxies().isEmpty() && !properties.insecure())) {
            cookie.setCookieName("__Host-SESSION");
            cookie.setUseSecureCookie(true);
        } else {
            cookie.setCookieName("JSESSIONID");
        }
        return cookie;
    }
}
