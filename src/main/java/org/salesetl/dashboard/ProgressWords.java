package org.salesetl.dashboard;

import org.jspecify.annotations.Nullable;
import org.salesetl.dashboard.RunProgress.Reading;
import org.salesetl.ledger.RunEntry;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.web.NumberStyle;
import org.springframework.stereotype.Component;

/** Says how far the current run is, in the same words everywhere. */
@Component
class ProgressWords {

    private final NumberStyle numbers;

    ProgressWords(NumberStyle numbers) {
        this.numbers = numbers;
    }

    /**
     * Some sentences about a run that is going on.
     *
     * @param reading the current file; null if there is none
     * @param waits what the run waits for; null if the run does not wait
     */
    String of(RunEntry run, @Nullable Reading reading, @Nullable String waits) {
        String subject = "Run " + run.id() + " ";
        if (waits != null) {
            return subject + waits + ". Nothing is lost: the run goes on by itself.";
        }
        return reading == null
                ? subject + "is looking for files." + complete(run)
                : subject + progress(reading) + complete(run) + consequence(run.mode());
    }

    private String progress(Reading reading) {
        if (reading.rows() == 0) {
            return "begins to read " + reading.name() + ".";
        }
        String rows = numbers.count(reading.rows()) + (reading.rows() == 1 ? " row" : " rows");
        Long left = reading.secondsLeft();
        if (left != null && left == 0) {
            return "has read " + reading.name() + ", " + rows + ", and writes them now.";
        }
        return "is reading " + reading.name() + ": " + rows
                + (reading.rowsPerSecond() == 0 ? "" : ", " + numbers.count(reading.rowsPerSecond()) + " a second")
                + (left == null ? "" : ", about " + numbers.count(left) + " s left")
                + ".";
    }

    private String complete(RunEntry run) {
        return switch (run.filesTotal()) {
            case 0 -> "";
            case 1 -> " One file is complete.";
            default -> " " + numbers.count(run.filesTotal()) + " files are complete.";
        };
    }

    private static String consequence(String mode) {
        return switch (Labelled.of(Mode.class, mode)) {
            case INCREMENTAL -> " The numbers change when the whole file is loaded.";
            case RELOAD -> " The numbers change when all files are loaded.";
            case CHECK -> " This is a check: no number changes.";
        };
    }
}
