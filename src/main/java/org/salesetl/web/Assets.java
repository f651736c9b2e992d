package org.salesetl.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.webjars.WebJarVersionLocator;

/**
 * Serves styles, scripts and fonts under a path that changes with their contents. So browsers can keep the files for ever, and never use
 * old files. Scripts and styles import each other by relative paths, which stay under this path. Spring's
 * {@code ContentVersionStrategy} would change the names of single files, and the imports of scripts would not find them.
 */
@Component
class Assets implements WebMvcConfigurer {

    private static final List<String> WEBJARS = List.of("echarts");
    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final int HASH_BYTES = 8;

    private final String path;
    private final StyleSheet styles;

    Assets(ResourcePatternResolver resources, StyleSheet styles) {
        this.path = "/assets/" + HexFormat.of().formatHex(hash(resources, styles), 0, HASH_BYTES);
        this.styles = styles;
    }

    /** The first part of the URLs of all these files, without a slash at the end. */
    String path() {
        return path;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl forEver = CacheControl.maxAge(FOR_EVER).cachePublic().immutable();
        registry.addResourceHandler(path + "/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(forEver)
                .resourceChain(true)
                .addResolver(new LiteWebJarsResourceResolver());
        registry.addResourceHandler(path + "/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(forEver)
                .resourceChain(true)
                .addTransformer(styles);
    }

    private static byte[] hash(ResourcePatternResolver resources, StyleSheet styles) {
        try {
            MessageDigest digest = DigestUtils.getSha256Digest();
            WebJarVersionLocator versions = new WebJarVersionLocator();
            WEBJARS.forEach(name -> update(
                    digest, Objects.requireNonNull(versions.version(name), name).getBytes(UTF_8)));
            update(digest, styles.bytes());
            Resource[] files = resources.getResources("classpath:/static/**/*.*");
            Arrays.sort(files, Comparator.comparing(Assets::url));
            for (Resource file : files) {
                update(digest, file.getContentAsByteArray());
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(Resource file) {
        try {
            return file.getURL().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void update(MessageDigest digest, byte[] content) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
        digest.update(content);
    }
}
