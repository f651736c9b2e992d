package org.salesetl.engine;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.layout.ChunkReader;
import org.salesetl.layout.OrderShares;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.load.Claim;
import org.salesetl.load.FileLoads;
import org.salesetl.load.LoadProgress;
import org.salesetl.outage.DiskRoom;
import org.salesetl.split.FileRange;
import org.salesetl.split.FileSplit;
import org.salesetl.split.JudgeJob;
import org.salesetl.text.DropStream;
import org.salesetl.work.WorkFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Gives the ranges of a file to a cluster of Spark, and waits for the verdicts. A cluster that fails does no harm: this process then
 * judges the rows itself, as it does for any other file.
 */
@Component
class SparkCluster {

    private static final Logger log = LoggerFactory.getLogger(SparkCluster.class);

    private static final String MAIN_CLASS = "JudgeRows";
    private static final int ATTEMPTS = 2;
    private static final int LINES_OF_LOG = 12;
    /** Each look lists the verdicts, which may be on a network disk. */
    private static final long POLL_MILLIS = 1_000;

    private static final long SECONDS_TO_END = 20;

    private final SalesEtlProperties.Spark spark;
    private final WorkFolder work;
    private final DiskRoom room;
    private final Clock clock;
    private final Set<String> nullWords;
    private final FileLoads loads;
    private final CurrentRun currentRun;
    private final LoadProgress progress;

    /** The claim with verdicts: one run at a time has one file in hand. */
    private volatile @Nullable Claim judged;

    SparkCluster(
            SalesEtlProperties properties,
            WorkFolder work,
            DiskRoom room,
            Clock clock,
            FileLoads loads,
            CurrentRun currentRun,
            LoadProgress progress) {
        this.spark = properties.spark();
        this.work = work;
        this.room = room;
        this.clock = clock;
        this.nullWords = Set.copyOf(properties.nullWords());
        this.loads = loads;
        this.currentRun = currentRun;
        this.progress = progress;
    }

    /**
     * Deletes the verdicts on a file that is read in another way now. A load that starts again after an outage finds those that are still
     * right.
     */
    void forgetIfOld(Claim claim) {
        if (!claim.isJudged()) {
            forget();
        }
    }

    /** Has the rows of the file judged. If the cluster cannot do that, the file has no verdicts afterwards, and the log says why. */
    void judge(Claim claim) throws IOException, InterruptedException {
        try (PlainText text = PlainText.of(claim, work, room, currentRun::requireGoing)) {
            for (int attempt = 1; text != null && attempt <= ATTEMPTS && claim.verdicts() == null; attempt++) {
                judge(claim, text);
            }
        }
        if (claim.verdicts() == null) {
            log.warn(
                    "The cluster {} has judged nothing of {}, so this process reads the file",
                    spark.master(),
                    claim.shownName());
        }
    }

    private void judge(Claim claim, PlainText text) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(work.path(), "spark-");
        boolean complete = false;
        try {
            complete = tryToJudge(claim, text, folder);
        } finally {
            if (complete) {
                claim.judged(folder.resolve("verdicts"));
                this.judged = claim;
            } else {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    /** Deletes all verdicts. */
    void forget() {
        Claim claim = judged;
        if (claim == null) {
            return;
        }
        judged = null;
        Path folder = requireNonNull(requireNonNull(claim.verdicts()).getParent());
        claim.judged(null);
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            log.warn(
                    "The verdicts of the cluster in {} cannot be deleted ({}); the next start does so",
                    folder,
                    e.toString());
        }
    }

    private boolean tryToJudge(Claim claim, PlainText text, Path folder) throws IOException, InterruptedException {
        JudgeJob job = job(claim, text, folder);
        Path written = folder.resolve("job");
        try (OutputStream out = Files.newOutputStream(written)) {
            job.writeTo(out);
        }
        Path output = folder.resolve("driver.log");
        log.info(
                "{} goes to the cluster {}, ranges: {}",
                claim.shownName(),
                spark.master(),
                job.ranges().size());
        Instant since = clock.instant();
        // the process is the driver; Spark's own handle would read objects from a socket
        Process driver = SparkPrograms.program(
                        spark, MAIN_CLASS, written.toAbsolutePath().toUri().toString(), Map.of())
                .redirectError()
                .redirectOutput(output.toFile())
                .launch();
        try {
            JobWatch watch = new JobWatch(job, claim, progress, currentRun);
            while (!driver.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                watch.look();
            }
        } finally {
            end(driver);
        }
        boolean complete = driver.exitValue() == 0 && isComplete(job, folder);
        if (complete) {
            log.info(
                    "The cluster has judged {} in {} s",
                    claim.shownName(),
                    Duration.between(since, clock.instant()).toSeconds());
        } else {
            log.warn("The cluster {} ended with code {}: {}", spark.master(), driver.exitValue(), lastLines(output));
        }
        return complete;
    }

    private JudgeJob job(Claim claim, PlainText text, Path folder) throws IOException {
        List<FileRange> ranges;
        try (ChunkReader chunks = ChunkReader.open(text.path(), text.layout())) {
            ranges = FileSplit.of(chunks, loads.reader(claim), spark.range().toBytes(), currentRun::requireGoing);
        }
        return new JudgeJob(
                uri(text.path()),
                DropStream.marks(text.path()),
                shares(text, folder),
                text.layout().delimiter(),
                LocalDate.now(clock),
                ranges,
                uri(Files.createDirectory(folder.resolve("verdicts"))));
    }

    /** Only a reader from the start knows the lines of each order. */
    private @Nullable URI shares(PlainText text, Path folder) throws IOException {
        if (!OrderShares.areNeeded(text.layout())) {
            return null;
        }
        Path shares = folder.resolve("shares");
        try (ChunkReader chunks = ChunkReader.open(text.path(), text.layout());
                OutputStream out = Files.newOutputStream(shares)) {
            OrderShares.write(chunks, text.layout(), nullWords, out, currentRun::requireGoing);
        }
        return uri(shares);
    }

    private static URI uri(Path file) {
        return file.toAbsolutePath().toUri();
    }

    private static boolean isComplete(JudgeJob job, Path folder) {
        return job.ranges().stream()
                .allMatch(
                        range -> Files.exists(folder.resolve("verdicts").resolve(JudgeJob.resultName(range.number()))));
    }

    /** Ends the driver, which gives its executors back. */
    private static void end(Process driver) throws InterruptedException {
        driver.destroy();
        if (!driver.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
            driver.destroyForcibly().waitFor();
        }
    }

    private static String lastLines(Path output) {
        if (!Files.exists(output)) {
            return "it wrote nothing";
        }
        try (Stream<String> lines = Files.lines(output)) {
            List<String> all = lines.filter(line -> line.contains("ERROR") || line.contains("Exception"))
                    .toList();
            return all.isEmpty()
                    ? "it names no error"
                    : String.join(" | ", all.subList(Math.max(0, all.size() - LINES_OF_LOG), all.size()));
        } catch (IOException | RuntimeException e) {
            return "its output cannot be read: " + e;
        }
    }
}
