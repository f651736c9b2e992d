package org.salesetl.dashboard;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.web.HttpAnswerRoutes.SEE_OTHER;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import java.util.List;
import org.apache.camel.Expression;
import org.salesetl.TypedSteps;
import org.salesetl.answer.QuestionListing;
import org.salesetl.answer.QuestionRoutes;
import org.salesetl.answer.QuestionsDraft;
import org.salesetl.answer.StoredQuestion;
import org.salesetl.web.HttpRoutes;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Shows the questions that files wait for, and takes the answers of the page. */
@Component
class QuestionPageRoutes extends HttpRoutes {

    static final String SHOW_QUESTIONS = "show-questions";
    static final String PREVIEW_ANSWERS = "preview-answers";
    static final String TAKE_ANSWERS_OF_PAGE = "take-answers-of-page";

    private final QuestionPage page;

    QuestionPageRoutes(QuestionPage page) {
        this.page = page;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        getPage("/questions", SHOW_QUESTIONS)
                .setBody(makeOfRequest(QuestionsDraft::of))
                .to(direct(QuestionRoutes.LIST_QUESTIONS))
                .setBody(make(QuestionListing.class, page::all))
                .to(direct(WRITE_PAGE));

        postForm("/questions/preview", PREVIEW_ANSWERS)
                .setBody(makeOfRequest(request -> new QuestionForm(request).file()))
                .to(direct(QuestionRoutes.FIND_QUESTIONS))
                .setBody(withQuestions(page::preview))
                .to(direct(WRITE_PAGE));

        postForm("/questions", TAKE_ANSWERS_OF_PAGE)
                .setBody(makeOfRequest(request -> new QuestionForm(request).file()))
                .to(direct(QuestionRoutes.FIND_QUESTIONS))
                .setBody(withQuestions((questions, request) -> new QuestionForm(request).answers(questions)))
                .to(direct(QuestionRoutes.ANSWER_QUESTIONS))
                // a file that is only checked is on the page for uploads
                .setBody(makeOfRequest(request -> new QuestionForm(request).file().file() == null ? "/checks" : "/etl"))
                .to(direct(SEE_OTHER));
    }
    // spotless:on

    @SuppressWarnings("unchecked")
    private static Expression withQuestions(TypedSteps.ValueFunction<List<StoredQuestion>, WebRequest> function) {
        return makeWithRequest(List.class, (questions, request) -> function.apply(questions, request));
    }
}
