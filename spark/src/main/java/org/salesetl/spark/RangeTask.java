package org.salesetl.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.salesetl.layout.OrderShares;
import org.salesetl.layout.RowReader;
import org.salesetl.split.FileRange;
import org.salesetl.split.JudgeJob;
import org.salesetl.split.KeysBeforeRange;
import org.salesetl.split.KeysOfRange;
import org.salesetl.split.RangeJudge;
import org.salesetl.split.VerdictWriter;
import org.salesetl.work.WorkFolder;
import scala.Tuple2;

/** What an executor does with a range. */
final class RangeTask implements Serializable {

    private static final long serialVersionUID = 1;

    private final Broadcast<JudgeJob> job;
    private final Broadcast<SerializableConfiguration> hadoop;

    /**
     * @param job the job, without its ranges
     * @param hadoop how to reach the files
     */
    RangeTask(Broadcast<JudgeJob> job, Broadcast<SerializableConfiguration> hadoop) {
        this.job = job;
        this.hadoop = hadoop;
    }

    /** The keys of a range with their counts. */
    Iterator<Tuple2<String, KeyCount>> keys(FileRange range) throws IOException {
        KeysOfRange keys = new KeysOfRange();
        try (InputStream text = text(range);
                RowReader reader = reader(range)) {
            RangeJudge.judge(range, text, reader, frame().delimiter(), frame().today(), keys, rows -> {});
        }
        noteKeysRead(range);
        List<Tuple2<String, KeyCount>> found = new ArrayList<>();
        keys.forEach((key, count) -> found.add(new Tuple2<>(key, new KeyCount(range.number(), "", count))));
        return found.iterator();
    }

    /** For the service, which shows how far the job is. */
    private void noteKeysRead(FileRange range) throws IOException {
        Path folder = new Path(frame().results());
        create(results(folder), new Path(folder, JudgeJob.keysName(range.number())))
                .close();
    }

    /**
     * Judges a range, and writes the verdicts.
     *
     * @param before the keys that the range shares with ranges before it
     */
    void judge(FileRange range, Iterable<KeyCount> before) throws IOException {
        Path folder = new Path(frame().results());
        FileSystem files = results(folder);
        Path target = new Path(folder, JudgeJob.resultName(range.number()));
        // a task may run twice, even at the same time; the first that ends counts
        Path unfinished =
                new Path(folder, target.getName() + "." + TaskContext.get().taskAttemptId());
        java.nio.file.Path work = Files.createTempDirectory("sales-etl-range");
        try (KeysBeforeRange keys = new KeysBeforeRange(WorkFolder.at(work));
                InputStream text = text(range);
                RowReader reader = reader(range);
                VerdictWriter out = new VerdictWriter(create(files, unfinished))) {
            before.forEach(key -> keys.add(key.key(), key.count()));
            RangeJudge.judge(range, text, reader, frame().delimiter(), frame().today(), keys, out::write);
            out.end();
        } finally {
            Files.delete(work);
        }
        if (files.exists(target) || !files.rename(unfinished, target)) {
            files.delete(unfinished, false);
        }
    }

    private FileSystem results(Path folder) throws IOException {
        FileSystem files = folder.getFileSystem(hadoop.value().value());
        files.setWriteChecksum(false);
        return files;
    }

    /** Makes no folder: that of a job which has been cancelled is gone. */
    private static FSDataOutputStream create(FileSystem files, Path file) throws IOException {
        return files.createFile(file).overwrite(true).build();
    }

    private JudgeJob frame() {
        return job.value();
    }

    private InputStream text(FileRange range) throws IOException {
        return open(frame().file(), frame().textStart() + range.start().offset());
    }

    /** The reader of the range, with what its rows bear of the amounts of their orders. */
    private RowReader reader(FileRange range) throws IOException {
        RowReader reader = range.reader();
        if (frame().shares() != null) {
            reader.spread(new OrderShares(open(frame().shares(), range.recordsBefore() * OrderShares.BYTES)));
        }
        return reader;
    }

    private InputStream open(URI place, long from) throws IOException {
        Path file = new Path(place);
        FSDataInputStream bytes = file.getFileSystem(hadoop.value().value()).open(file);
        bytes.seek(from);
        return bytes;
    }
}
