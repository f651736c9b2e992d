package org.salesetl.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;
import org.webjars.WebJarVersionLocator;

/**
 * The one style sheet of the pages: the rules of Bootstrap that pages use, the icons that pages name, and our own rules. A browser
 * shows nothing before it has all style sheets, and each one is a request of its own.
 */
@Component
class StyleSheet implements ResourceTransformer {

    static final String OWN = "app.css";

    private static final Pattern ICON = Pattern.compile("\\bbi-([a-z0-9-]+)");
    private static final Pattern SIZE_AND_CLASS = Pattern.compile(" (?:width|height|class)=\"[^\"]*\"");

    private final byte[] bytes;

    StyleSheet(ResourcePatternResolver resources) {
        try {
            StringBuilder pages = new StringBuilder();
            for (String files : new String[] {"classpath:/templates/*.html", "classpath:/static/js/**/*.js"}) {
                for (Resource file : resources.getResources(files)) {
                    pages.append(file.getContentAsString(UTF_8)).append('\n');
                }
            }
            String text = new UsedRules(pages).of(webjar(resources, "bootstrap", "css/bootstrap.min.css"))
                    + icons(pages, resources)
                    + resources.getResource("classpath:/static/css/" + OWN).getContentAsString(UTF_8);
            this.bytes = text.getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource transformed = chain.transform(request, resource);
        return OWN.equals(transformed.getFilename()) ? new TransformedResource(transformed, bytes) : transformed;
    }

    /** A rule for each icon, with the drawing as the shape of a mask. So an icon has the colour of the text around it. */
    private static String icons(CharSequence pages, ResourcePatternResolver resources) throws IOException {
        StringBuilder rules = new StringBuilder();
        for (String name : new TreeSet<>(
                ICON.matcher(pages).results().map(match -> match.group(1)).toList())) {
            String drawing = webjar(resources, "bootstrap-icons", "icons/" + name + ".svg");
            rules.append(".bi-%s{--icon:url(\"data:image/svg+xml,%s\")}\n".formatted(name, inUrl(drawing)));
        }
        return rules.toString();
    }

    private static String inUrl(String svg) {
        return SIZE_AND_CLASS
                .matcher(svg)
                .replaceAll("")
                .replaceAll("\\s*\\n\\s*", "")
                .replace('"', '\'')
                .replace("#", "%23")
                .replace("<", "%3C")
                .replace(">", "%3E");
    }

    private static String webjar(ResourcePatternResolver resources, String name, String file) throws IOException {
        String path = Objects.requireNonNull(new WebJarVersionLocator().fullPath(name, file), name);
        return resources.getResource("classpath:/" + path).getContentAsString(UTF_8);
    }
}
