package org.salesetl.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.salesetl.SalesEtlProperties;
import org.salesetl.mapping.Mappings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The mappings that come with the service, and those in the folder of the user. */
@Configuration(proxyBeanMethods = false)
public class MappingConfiguration {

    @Bean
    public Mappings mappings(SalesEtlProperties properties) throws IOException {
        return new Mappings(
                documents("own"), documents("sources"), properties.aliases(), Path.of(properties.mappings()));
    }

    private static Map<String, String> documents(String folder) throws IOException {
        Map<String, String> documents = new TreeMap<>();
        for (Resource document :
                new PathMatchingResourcePatternResolver().getResources("classpath*:mappings/" + folder + "/*.yaml")) {
            documents.put(String.valueOf(document.getFilename()), document.getContentAsString(UTF_8));
        }
        return documents;
    }
}
