package org.salesetl.upload;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tellValue;
import static org.salesetl.web.HttpAnswerRoutes.SEE_OTHER;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;

import java.io.InputStream;
import java.util.Map;
import org.salesetl.check.CheckRoutes;
import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.ledger.RunRequest.Trigger;
import org.salesetl.run.RunEtlRoutes;
import org.salesetl.web.HttpRoutes;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Takes files by HTTP and drops them into the inbox, or into the folder for checks. Loads or removes files that were checked. */
@Component
class UploadRoutes extends HttpRoutes {

    static final String UPLOAD_FILE = "upload-file";
    static final String UPLOAD_TO_CHECK = "upload-to-check";
    static final String LOAD_CHECKED_FILES = "load-checked-files";
    static final String REMOVE_CHECKED_FILE = "remove-checked-file";

    private final Uploads uploads;

    UploadRoutes(Uploads uploads) {
        this.uploads = uploads;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        put("/api/uploads", UPLOAD_FILE, takes(Uploads.NAME).withFile().answers(202, Uploads.Taken.class))
                .setBody(makeWithRequest(InputStream.class, (file, request) -> uploads.drop(request, file)))
                // split keeps the name of the file in the body
                .split(constant(new RunRequest(Trigger.UPLOAD, Mode.INCREMENTAL)))
                    .stopOnException()
                    .to(direct(RunEtlRoutes.RUN_SOON))
                .end()
                .to(direct(WRITE_JSON))
                .setHeader(HTTP_RESPONSE_CODE, constant(202))
                .setHeader("Location", constant("/api/etl/runs"));

        put("/api/checks", UPLOAD_TO_CHECK, takes(Uploads.NAME).withFile().answers(202, Uploads.Taken.class))
                .setBody(makeWithRequest(InputStream.class, (file, request) -> uploads.check(request, file)))
                // split keeps the name of the file in the body
                .split(constant(new RunRequest(Trigger.UPLOAD, Mode.CHECK)))
                    .stopOnException()
                    .to(direct(RunEtlRoutes.RUN_SOON))
                .end()
                .to(direct(WRITE_JSON))
                .setHeader(HTTP_RESPONSE_CODE, constant(202))
                .setHeader("Location", constant("/api/checks"));

        postForm("/checks/load", LOAD_CHECKED_FILES)
                .setBody(makeOfRequest(uploads::approved))
                .enrich(query("upload/select-newest-file").outputType("SelectOne"), tellValue(Approval.class, Number.class, Approval::follows))
                .process(on(Approval.class, uploads::load))
                // split keeps the approval in the body
                .split(make(Approval.class, Approval::names))
                    .stopOnException()
                    .to(direct(CheckRoutes.FORGET_QUESTIONS))
                .end()
                .split(constant(new RunRequest(Trigger.UPLOAD, Mode.INCREMENTAL)))
                    .stopOnException()
                    .to(direct(RunEtlRoutes.RUN_SOON))
                .end()
                .setBody(make(Approval.class, Approval::page))
                .to(direct(SEE_OTHER));

        postForm("/checks/remove", REMOVE_CHECKED_FILE)
                .process(exchange -> uploads.remove(asked(exchange)))
                .setBody(makeOfRequest(UploadRoutes::checkName))
                .to(direct(CheckRoutes.FORGET_QUESTIONS))
                .removeHeaders("*")
                .setBody(constant("/checks"))
                .to(direct(SEE_OTHER));
    }
    // spotless:on

    /** The parameters of {@link CheckRoutes#FORGET_QUESTIONS}. */
    private static Map<String, String> checkName(WebRequest request) {
        return Map.of("checkName", String.valueOf(request.one("name")));
    }
}
