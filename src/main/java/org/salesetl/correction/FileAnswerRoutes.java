package org.salesetl.correction;

import static org.salesetl.TypedSteps.onUpdate;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Remembers what people answer. The answers count for the file, and for all files with the same columns. */
@Component
class FileAnswerRoutes extends EndpointRouteBuilder {

    /** Takes a {@link FileAnswer}. Fails with a {@link org.salesetl.web.NotFoundException} if the file has no known columns. */
    static final String REMEMBER_ANSWER = "remember-answer";

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(REMEMBER_ANSWER))
                .routeId(REMEMBER_ANSWER)
                .to(sql("classpath:sql/correction/remember-answer.sql"))
                .process(onUpdate(FileAnswer.class, FileAnswer::requireFile))
                .removeHeaders("*");
    }
}
