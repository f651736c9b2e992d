package org.salesetl.web;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders pages with Thymeleaf, which escapes every value. */
@Component
public class PageRenderer {

    private final ITemplateEngine engine;
    private final DisplayFormats formats;

    PageRenderer(ITemplateEngine engine, DisplayFormats formats) {
        this.engine = engine;
        this.formats = formats;
    }

    /**
     * The page's HTML. Templates also see {@code request}, {@code frame}, and {@code formats} for numbers, times and hidden
     * characters.
     */
    public String render(Page page, Frame frame, WebRequest request) {
        Context context = new Context(Locale.ENGLISH, page.model());
        context.setVariable("request", request);
        context.setVariable("frame", frame);
        context.setVariable("formats", formats);
        return engine.process(page.template(), context);
    }
}
