package org.salesetl.dashboard;

import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.salesetl.dashboard.RunProgress.Judging;
import org.salesetl.dashboard.RunProgress.Reading;
import org.salesetl.ledger.RunEntry;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.outage.Outage;
import org.salesetl.web.Words;

class ProgressWordsTest {

    private static final String CHANGES = " The numbers change when the whole file is loaded.";

    private final ProgressWords words = new ProgressWords(Words.in(Locale.UK));

    @Test
    void saysHowFarAFileIs() {
        assertThat(of(0, reading(492_000, 41_000, 8L)))
                .isEqualTo("Reading sales.csv: 492,000 rows, 41,000 a second, about 8 s left." + CHANGES);
        assertThat(of(1, reading(492_000, 41_000, null)))
                .isEqualTo("Reading sales.csv: 492,000 rows, 41,000 a second. 1 file is complete." + CHANGES);
        assertThat(of(1_200, reading(1, 0, null)))
                .isEqualTo("Reading sales.csv: 1 row. 1,200 files are complete." + CHANGES);
    }

    @Test
    void namesNoRowsAndNoSecondsWhereThereAreNone() {
        assertThat(of(0, reading(0, 0, null))).isEqualTo("Beginning to read sales.csv." + CHANGES);
        assertThat(of(0, reading(492_000, 41_000, 0L))).isEqualTo("Saving sales.csv with 492,000 rows." + CHANGES);
        assertThat(of(0, null)).isEqualTo("Looking for files.");
    }

    @Test
    void saysWhenTheNumbersChangeAndWhenNot() {
        assertThat(words.of(run(Mode.RELOAD, 0), reading(0, 0, null), null))
                .isEqualTo("Beginning to read sales.csv. The numbers change when all files are loaded.");
        assertThat(words.of(run(Mode.CHECK, 0), reading(0, 0, null), null))
                .isEqualTo("Beginning to read sales.csv. This is a check: no number changes.");
    }

    @Test
    void saysWhatTheRunWaitsFor() {
        assertThat(words.of(run(Mode.INCREMENTAL, 1), null, Outage.DATABASE_BUSY))
                .isEqualTo("Loading waits, because the database is busy. Nothing is lost: loading goes on by itself.");
    }

    @Test
    void saysHowFarAClusterIs() {
        assertThat(words.ofCluster(run(Mode.INCREMENTAL, 0), new Judging("sales.csv", 37, 90L)))
                .isEqualTo("The cluster judges the rows of sales.csv: 37 % done, about 90 s left." + CHANGES);
        assertThat(words.ofCluster(run(Mode.INCREMENTAL, 0), new Judging("sales.csv", 0, null)))
                .isEqualTo("The cluster judges the rows of sales.csv: 0 % done." + CHANGES);
        assertThat(words.ofStuckCluster(15)).startsWith("The cluster has done nothing new for 15 minutes.");
    }

    private String of(int files, @Nullable Reading reading) {
        return words.of(run(Mode.INCREMENTAL, files), reading, null);
    }

    private static Reading reading(int rows, long rowsPerSecond, @Nullable Long secondsLeft) {
        return new Reading("sales.csv", "sales", rows, rowsPerSecond, secondsLeft);
    }

    private static RunEntry run(Mode mode, int files) {
        return new RunEntry(
                6,
                "watch",
                mode.label(),
                "running",
                Instant.EPOCH,
                null,
                null,
                List.of(),
                files,
                new RunEntry.Sums(
                        0, 0, 0, 0, 0, 0, 0, 0, new RunEntry.Revenue(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO)));
    }
}
