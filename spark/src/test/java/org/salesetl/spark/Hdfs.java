package org.salesetl.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** A file system of Hadoop on this machine, with one node for names and one for data, in a process of its own. */
final class Hdfs implements AutoCloseable {

    private final Processes processes = new Processes();
    private final int port;

    private Hdfs(int port) {
        this.port = port;
    }

    static Hdfs start(Path folder) throws Exception {
        Hdfs hdfs = new Hdfs(Processes.freePort());
        hdfs.processes.start(
                Files.createDirectories(folder).resolve("hdfs.log"),
                Map.of(),
                List.of(
                        Processes.JAVA,
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dtest.build.data=" + folder.resolve("dfs"),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.apache.hadoop.test.MiniDFSClusterManager",
                        "-format",
                        "-datanodes",
                        "1",
                        "-nnport",
                        String.valueOf(hdfs.port)));
        Processes.await("HDFS takes files", Duration.ofMinutes(2), hdfs::takesFiles);
        return hdfs;
    }

    /** A folder, as Hadoop writes places. */
    String folder(String name) {
        return "hdfs://127.0.0.1:" + port + "/" + name;
    }

    FileSystem files() throws IOException {
        Configuration impatient = new Configuration();
        impatient.set("ipc.client.connect.max.retries", "0");
        return FileSystem.newInstance(URI.create(folder("")), impatient);
    }

    private boolean takesFiles() {
        try (FileSystem files = files()) {
            files.create(new org.apache.hadoop.fs.Path("/ready")).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        processes.close();
    }
}
