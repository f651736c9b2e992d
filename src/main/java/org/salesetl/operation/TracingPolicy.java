package org.salesetl.operation;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import org.apache.camel.CamelContext;
import org.apache.camel.observation.MicrometerObservationTracer;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Makes a span of each route and each step, if the profile {@code tracing} is active. */
@Profile("tracing")
@Configuration(proxyBeanMethods = false)
class TracingPolicy {

    @Bean
    CamelContextConfiguration spansOfRoutes(ObservationRegistry observations, Tracer tracer) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                MicrometerObservationTracer spans = new MicrometerObservationTracer();
                spans.setObservationRegistry(observations);
                spans.setTracer(tracer);
                spans.init(context);
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                // the tracer stops with the context
            }
        };
    }
}
