package org.salesetl.spark;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.Partitioner;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.salesetl.split.FileRange;
import org.salesetl.split.JudgeJob;
import scala.Tuple2;

/**
 * Judges the sales of a file on a cluster: each range by the rules of the service, as if one machine had read the file from its start.
 *
 * <p>Nearly everything that the rules say of a row depends on the row alone, and what does depend on the rows above travels with the
 * range. But whether an id is taken, and which number a sale of an order gets, depends on all rows before. So the ranges are read
 * twice. First, each range tells its keys; the keys that several ranges share are brought together, which is a shuffle. Then each range
 * is judged, and knows the counts of its keys in the ranges before it.
 */
public final class JudgeRows {

    private JudgeRows() {}

    /** @param arguments where the job is */
    public static void main(String[] arguments) throws IOException {
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf())) {
            JudgeJob job = read(URI.create(arguments[0]), spark.hadoopConfiguration());
            String folder = spark.getConf().get(JudgeJob.FOLDER, "");
            if (folder.isEmpty()) {
                judge(spark, job);
            } else {
                judge(spark, job, folder);
            }
        }
    }

    /** Has a job done that lies on this machine alone. */
    private static void judge(JavaSparkContext spark, JudgeJob job, String folder) throws IOException {
        try (Exchange exchange = Exchange.open(folder, spark.hadoopConfiguration())) {
            URI shares = job.shares();
            JudgeJob copy = job.at(
                    exchange.put(job.file()),
                    shares == null ? null : exchange.put(shares),
                    exchange.folder("verdicts"));
            try (BroughtVerdicts verdicts = new BroughtVerdicts(exchange.files(), copy.results(), job.results())) {
                judge(spark, copy);
                verdicts.bring();
            }
        }
    }

    private static JudgeJob read(URI place, Configuration hadoop) throws IOException {
        Path path = new Path(place);
        try (InputStream bytes = path.getFileSystem(hadoop).open(path)) {
            return JudgeJob.readFrom(bytes);
        }
    }

    static void judge(JavaSparkContext spark, JudgeJob job) {
        Partitioner byNumber = new ByNumber(job.ranges().size());
        JavaPairRDD<Integer, FileRange> ranges = spark.parallelizePairs(
                        job.ranges().stream()
                                .map(range -> new Tuple2<>(range.number(), range))
                                .toList(),
                        job.ranges().size())
                .partitionBy(byNumber);
        Broadcast<JudgeJob> frame = spark.broadcast(job.withoutRanges());
        Broadcast<SerializableConfiguration> hadoop =
                spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
        RangeTask task = new RangeTask(frame, hadoop);
        JavaPairRDD<Integer, KeyCount> shared = ranges.flatMapToPair(range -> task.keys(range._2()))
                .groupByKey()
                .flatMapToPair(key -> countsBefore(key._1(), key._2()));
        ranges.cogroup(shared, byNumber).foreach(range -> {
            for (FileRange one : range._2()._1()) {
                task.judge(one, range._2()._2());
            }
        });
    }

    /**
     * For each range with a key but the first one, how many rows of the ranges before it have the key.
     *
     * @param counts the count of the key in each range that has it
     */
    private static Iterator<Tuple2<Integer, KeyCount>> countsBefore(String key, Iterable<KeyCount> counts) {
        List<KeyCount> inOrder = new ArrayList<>();
        counts.forEach(inOrder::add);
        inOrder.sort(Comparator.comparingInt(KeyCount::range));
        List<Tuple2<Integer, KeyCount>> before = new ArrayList<>();
        int sum = 0;
        for (KeyCount one : inOrder) {
            if (sum > 0) {
                before.add(new Tuple2<>(one.range(), new KeyCount(one.range(), key, sum)));
            }
            sum += one.count();
        }
        return before.iterator();
    }

    /** Keeps each range in a partition of its own, so that only keys travel. */
    private static final class ByNumber extends Partitioner {

        private static final long serialVersionUID = 1;

        private final int ranges;

        ByNumber(int ranges) {
            this.ranges = Math.max(1, ranges);
        }

        @Override
        public int numPartitions() {
            return ranges;
        }

        @Override
        public int getPartition(Object number) {
            return (Integer) number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ByNumber same && same.ranges == ranges;
        }

        @Override
        public int hashCode() {
            return ranges;
        }
    }
}
