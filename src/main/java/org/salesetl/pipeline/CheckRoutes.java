package org.salesetl.pipeline;

import java.nio.file.NoSuchFileException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.salesetl.intake.CheckFolder;
import org.salesetl.intake.Containers;
import org.salesetl.intake.DeadlyFileException;
import org.salesetl.intake.Drops;
import org.salesetl.intake.HeldBackFileException;
import org.salesetl.intake.RefusedFileException;
import org.springframework.stereotype.Component;

/**
 * The dry run: the files in {@code inbox/check} are taken apart and loaded like any others, one after the other in one
 * transaction, and then all of it is undone. What they would have changed stands in a report beside each.
 */
@Component
class CheckRoutes extends EndpointRouteBuilder {

    static final String CHECK_INBOX = "check-inbox";
    static final String UNPACK_TO_CHECK = "unpack-to-check";
    static final String CHECK_FILES = "check-files";
    static final String CHECK_FILE = "check-file";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct("perform-check"))
                .routeId(CHECK_INBOX)
                .setVariable("checks", method(Checks.class, "begin"))
                .doTry()
                    .to(direct(UNPACK_TO_CHECK))
                    .setBody(method(CheckFolder.class, "waiting"))
                    .bean(Checks.class, "expect(${variable.checks}, ${body})")
                    .to(direct(CHECK_FILES))
                .doCatch(NothingIsKeptException.class)
                    .bean(Checks.class, "report(${variable.checks})")
                    .log("Run ${variable.run.id}: these were checked, and nothing of them is kept; the reports are beside the files")
                .doCatch(Exception.class)
                    .bean(Checks.class, "failed(${variable.checks}, ${exception})")
                    .bean(Checks.class, "report(${variable.checks})")
                    .throwException(IllegalStateException.class, "${exception.message}")
                .end();

        from(direct(UNPACK_TO_CHECK))
                .routeId(UNPACK_TO_CHECK)
                .setBody(method(CheckFolder.class, "containers"))
                .bean(Checks.class, "expect(${variable.checks}, ${body})")
                .split(body())
                    .streaming()
                    .stopOnException()
                    .setVariable("claimed", body())
                    .doTry()
                        .bean(Containers.class, "unpackBeside(${variable.claimed})")
                        .bean(Checks.class, "unpacked(${variable.checks}, ${variable.claimed}, ${body})")
                    .doCatch(RefusedFileException.class)
                        .bean(Checks.class, "refused(${variable.checks}, ${variable.claimed}, ${exception})")
                    .doCatch(Exception.class)
                        .log(LoggingLevel.ERROR, "Cannot take ${variable.claimed} apart: ${exception.stacktrace}")
                        .bean(Checks.class, "notUnpacked(${variable.checks}, ${variable.claimed}, ${exception})")
                    .end()
                .end();

        from(direct(CHECK_FILES))
                .routeId(CHECK_FILES)
                .transacted()
                    .split(body())
                        .streaming()
                        .stopOnException()
                        .to(direct(CHECK_FILE))
                    .end()
                    .throwException(new NothingIsKeptException())
                .end();

        from(direct(CHECK_FILE))
                .routeId(CHECK_FILE)
                .setVariable("claimed", body())
                .doTry()
                    .bean(Drops.class, "identify(${variable.claimed})")
                    .setVariable("drop", body())
                    .to(direct(LoadFileRoutes.READ_AND_LOAD_ROWS))
                    .bean(Checks.class, "loaded(${variable.checks}, ${variable.claimed}, ${variable.load})")
                .doCatch(RefusedFileException.class, HeldBackFileException.class, DeadlyFileException.class)
                    .bean(Checks.class, "refused(${variable.checks}, ${variable.claimed}, ${exception})")
                .doCatch(NoSuchFileException.class)
                    .bean(Checks.class, "gone(${variable.checks}, ${variable.claimed})")
                .end();
    }
    // spotless:on
}
