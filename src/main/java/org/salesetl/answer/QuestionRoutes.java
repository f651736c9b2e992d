package org.salesetl.answer;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.makeOf;
import static org.salesetl.TypedSteps.makeOfRows;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tell;
import static org.salesetl.TypedSteps.tellList;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;

import org.apache.camel.Exchange;
import org.salesetl.archive.Archive;
import org.salesetl.check.Checks;
import org.salesetl.inbox.Inbox;
import org.salesetl.ledger.Run;
import org.salesetl.mapping.Mappings;
import org.salesetl.registry.RegistryRoutes;
import org.salesetl.run.RunEtlRoutes;
import org.salesetl.web.HttpAnswerRoutes;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Lists the questions that files or some of their sales wait for, takes the answers, and loads what waited for them. */
@Component
public class QuestionRoutes extends HttpRoutes {

    /** Takes a {@link QuestionsDraft} and gives the {@link QuestionListing}. */
    public static final String LIST_QUESTIONS = "list-questions";

    /**
     * Takes an {@link AnswerRequest}, remembers the answers, and starts the run that loads or checks the file, or loads the sales that wait. Gives the URL of the
     * run, or that of all runs if another run goes on.
     */
    public static final String ANSWER_QUESTIONS = "answer-questions";

    /** Takes an {@link AnswerRequest} and gives the {@link StoredQuestion}s of its file; none if no question is open. */
    public static final String FIND_QUESTIONS = "find-questions";

    /** Takes an {@link AnswerRequest} and gives an {@link AnswerDraft} with the questions of its file. */
    static final String FIND_QUESTIONS_OF_FILE = "find-questions-of-file";

    static final String SERVE_QUESTIONS = "serve-questions";
    static final String TAKE_ANSWERS = "take-answers";
    static final String SAVE_COLUMNS = "save-columns";
    static final String REMEMBER_ANSWERS = "remember-answers";
    static final String DROP_HELD_FILES_AGAIN = "drop-held-files-again";
    static final String CHECK_AGAIN = "check-again";

    private static final String DRAFT = "answers";

    private final AnswerReader reader;
    private final Archive archive;
    private final Inbox inbox;
    private final Checks checks;
    private final Previews previews;
    private final Mappings mappings;

    QuestionRoutes(
            AnswerReader reader, Archive archive, Inbox inbox, Checks checks, Previews previews, Mappings mappings) {
        this.previews = previews;
        this.mappings = mappings;
        this.reader = reader;
        this.archive = archive;
        this.inbox = inbox;
        this.checks = checks;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        get("/api/questions", SERVE_QUESTIONS, takes(QuestionsDraft.PARTS).answers(QuestionListing.Listed.class))
                .setBody(makeOfRequest(QuestionsDraft::of))
                .to(direct(LIST_QUESTIONS))
                .setBody(make(QuestionListing.class, QuestionListing::listed))
                .to(direct(WRITE_JSON));

        post("/api/questions/answers", TAKE_ANSWERS, takes().withBody(AnswerReader.FIELDS).mayConflict().answersNothing(202))
                .setBody(makeOfText(reader::read))
                .to(direct(ANSWER_QUESTIONS))
                .setHeader(HTTP_RESPONSE_CODE, constant(202))
                .setHeader("Location", body())
                .setBody(constant(""));

        from(direct(LIST_QUESTIONS))
                .routeId(LIST_QUESTIONS)
                .errorHandler(noErrorHandler())
                .enrich(query("answer/select-questions"), tellRows(QuestionsDraft.class, QuestionsDraft::found))
                .enrich(direct(GuestRoutes.LIST_WAITING_GUESTS), tellList(QuestionsDraft.class, WaitingGuests.class, QuestionsDraft::foundGuests))
                .enrich(direct(HttpAnswerRoutes.COUNT_QUESTIONS), tell(QuestionsDraft.class, Long.class, QuestionsDraft::counted))
                .setBody(makeWithRequest(QuestionsDraft.class, (draft, request) -> request.caller().masked() ? draft.listing(checks::has).masked() : draft.listing(checks::has)));

        from(direct(FIND_QUESTIONS))
                .routeId(FIND_QUESTIONS)
                .errorHandler(noErrorHandler())
                .to(direct(FIND_QUESTIONS_OF_FILE))
                .setBody(make(AnswerDraft.class, AnswerDraft::questions));

        from(direct(FIND_QUESTIONS_OF_FILE))
                .routeId(FIND_QUESTIONS_OF_FILE)
                .errorHandler(noErrorHandler())
                .setBody(make(AnswerRequest.class, AnswerDraft::new))
                .enrich(query("answer/select-questions-of-file"), tellRows(AnswerDraft.class, AnswerDraft::found))
                .enrich(direct(GuestRoutes.LIST_WAITING_GUESTS), tellList(AnswerDraft.class, WaitingGuests.class, AnswerDraft::foundGuests));

        from(direct(ANSWER_QUESTIONS))
                .routeId(ANSWER_QUESTIONS)
                .errorHandler(noErrorHandler())
                .to(direct(FIND_QUESTIONS_OF_FILE))
                .process(on(AnswerDraft.class, AnswerDraft::answer))
                .setVariable(DRAFT, body())
                .to(direct(SAVE_COLUMNS))
                .setBody(variable(DRAFT))
                .to(direct(REMEMBER_ANSWERS))
                .setBody(variable(DRAFT))
                .to(direct(DROP_HELD_FILES_AGAIN))
                .setBody(variable(DRAFT))
                .to(direct(GuestRoutes.DROP_GUEST_SALES_AGAIN))
                .setBody(variable(DRAFT))
                .to(direct(CHECK_AGAIN))
                .setBody(variable(DRAFT))
                .setBody(make(AnswerDraft.class, AnswerDraft::run))
                .to(direct(RunEtlRoutes.RUN_SOON))
                .setBody(makeOf(QuestionRoutes::url));

        from(direct(SAVE_COLUMNS))
                .routeId(SAVE_COLUMNS)
                .errorHandler(noErrorHandler())
                .filter(is(AnswerDraft.class, AnswerDraft::saysColumns))
                    .setBody(make(AnswerDraft.class, draft -> draft.mapping(previews, mappings)))
                    .to(direct(RegistryRoutes.SAVE_MAPPING))
                .end();

        from(direct(REMEMBER_ANSWERS))
                .routeId(REMEMBER_ANSWERS)
                .errorHandler(noErrorHandler())
                .transacted()
                    .split(make(AnswerDraft.class, AnswerDraft::answers))
                        .stopOnException()
                        .to(sql("classpath:sql/answer/remember-answer.sql"))
                    .end()
                .end();

        from(direct(DROP_HELD_FILES_AGAIN))
                .routeId(DROP_HELD_FILES_AGAIN)
                .errorHandler(noErrorHandler())
                .filter(is(AnswerDraft.class, AnswerDraft::isOfHeldFile))
                    .to(sql("classpath:sql/answer/select-held-files.sql"))
                    .split(makeOfRows(HeldFile::of))
                        .stopOnException()
                        .process(on(HeldFile.class, file -> inbox.dropAgain(archive.resolve(file.archivedAs()))))
                        .to(sql("classpath:sql/answer/set-answered.sql"))
                        .to(sql("classpath:sql/answer/delete-questions-of-file.sql"))
                    .end()
                .end();

        from(direct(CHECK_AGAIN))
                .routeId(CHECK_AGAIN)
                .errorHandler(noErrorHandler())
                .filter(is(AnswerDraft.class, draft -> draft.checkName() != null))
                    .process(on(AnswerDraft.class, draft -> checks.forget(draft.checkName())))
                .end();
    }
    // spotless:on

    private static String url(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof Run run ? "/api/etl/runs/" + run.id() : "/api/etl/runs";
    }
}
