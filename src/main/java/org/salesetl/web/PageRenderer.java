package org.salesetl.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders pages with Thymeleaf, which escapes every value. */
@Component
public class PageRenderer {

    private final ITemplateEngine engine;
    private final DisplayFormats formats;
    private final Assets assets;
    private final String scriptWords;

    PageRenderer(ITemplateEngine engine, DisplayFormats formats, Assets assets, Words words, ObjectMapper json)
            throws JsonProcessingException {
        this.engine = engine;
        this.formats = formats;
        this.assets = assets;
        this.scriptWords = json.writeValueAsString(words.ofScripts());
    }

    /** The words that scripts write, as JSON. */
    String scriptWords() {
        return scriptWords;
    }

    /**
     * The HTML of the page, in the language of the installation. Templates also have the variables {@code request}, {@code frame},
     * {@code formats} for numbers, times and control characters, {@code assets}, the first part of the URLs of styles and scripts, and
     * {@code scriptWords}, the words that scripts write, as JSON.
     */
    public String render(Page page, Frame frame, WebRequest request) {
        Context context = new Context(formats.language(), page.model());
        context.setVariable("request", request);
        context.setVariable("frame", frame);
        context.setVariable("formats", formats);
        context.setVariable("assets", assets.path());
        context.setVariable("scriptWords", scriptWords);
        return engine.process(page.template(), context);
    }
}
