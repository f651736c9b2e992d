package org.salesetl.pipeline;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.salesetl.OutOfMemory;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.load.Claim;
import org.springframework.stereotype.Component;

/** Says in words for people what went wrong, and notes it for the run. */
@Component
public class Failures {

    private final CurrentRun currentRun;

    Failures(CurrentRun currentRun) {
        this.currentRun = currentRun;
    }

    /** Notes that a file is loaded but not archived; its numbers are right. */
    void loadedButNotArchived(Claim claim) {
        claim.run()
                .note(claim.shownName() + " is loaded, but could not be moved to the archive (" + claim.message()
                        + "). It is moved as soon as that is possible.");
    }

    /** Why a file was set aside: it was stopped, or it stopped the service. */
    String whyStopped(Exception failure) {
        String stopped = currentRun.stopped();
        return stopped == null
                ? problem(failure)
                : stopped + ". Nothing of this file was kept; drop the file again to load it.";
    }

    /** Notes that a file failed. */
    void failed(Claim claim) {
        claim.run().failed(claim.path().getFileName() + ": " + claim.message());
    }

    /** Ends a reload, which would lose data without this file. */
    public void stopReload(Claim claim, Exception failure) {
        String stopped = currentRun.stopped();
        throw new IllegalStateException(
                claim.archivedAs() + ": "
                        + (stopped == null ? problem(failure) : stopped).transform(Failures::withoutFullStop)
                        + ". The warehouse is as it was.",
                failure);
    }

    /** The message of the failure itself, without the exceptions that routes wrap around those of their steps. */
    public String problem(Throwable failure) {
        OutOfMemory.endProcessIfCauseOf(failure);
        Throwable cause = failure;
        while (cause.getCause() != null && isWrapper(cause)) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** The exception of this type that routes have wrapped. */
    static <E extends Throwable> E cause(Throwable failure, Class<E> type) {
        @Nullable Throwable cause = failure;
        while (cause != null && !type.isInstance(cause)) {
            cause = cause.getCause();
        }
        return type.cast(requireNonNull(cause, () -> "Expected a " + type.getSimpleName()));
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static boolean isWrapper(Throwable failure) {
        return failure.getClass().getName().startsWith("org.apache.camel.");
    }
}
