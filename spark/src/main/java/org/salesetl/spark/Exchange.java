package org.salesetl.spark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder that the driver and all machines of the cluster reach, on any file system that Hadoop knows. The driver runs beside the service,
 * and copies there what the cluster reads; so no machine of the cluster has to reach the folders of the service. Whatever is copied is deleted at
 * the end.
 */
final class Exchange implements AutoCloseable {

    /** The name of a folder tells when the job began: object stores keep no time for folders. */
    private static final Pattern NAME = Pattern.compile("sales-etl-(\\d{1,18})-.*");

    private static final Duration LONGEST_JOB = Duration.ofDays(2);

    private final FileSystem files;
    private final Path folder;
    private int copies;

    private Exchange(FileSystem files, Path folder) {
        this.files = files;
        this.folder = folder;
    }

    /**
     * Makes a folder for one job.
     *
     * @param place the folder that all machines reach
     */
    static Exchange open(String place, Configuration hadoop) throws IOException {
        Path all = new Path(place);
        FileSystem files = all.getFileSystem(hadoop);
        Path folder =
                files.makeQualified(new Path(all, "sales-etl-" + System.currentTimeMillis() + "-" + UUID.randomUUID()));
        files.mkdirs(folder);
        files.deleteOnExit(folder);
        deleteLost(files, all);
        return new Exchange(files, folder);
    }

    /** Deletes what drivers have left that were killed. If that fails, the job goes on. */
    private static void deleteLost(FileSystem files, Path all) {
        long border = System.currentTimeMillis() - LONGEST_JOB.toMillis();
        try {
            for (FileStatus one : files.listStatus(all)) {
                Matcher name = NAME.matcher(one.getPath().getName());
                if (name.matches() && Long.parseLong(name.group(1)) < border) {
                    files.delete(one.getPath(), true);
                }
            }
        } catch (IOException e) {
            System.err.println("What other jobs have left in " + all + " could not be deleted: " + e);
        }
    }

    /** Copies a file of this machine; where the copy is. */
    URI put(URI file) throws IOException {
        Path source = new Path(file);
        // the ending of the name tells how a file is compressed; Hadoop allows no colon in a name
        String name = source.getName().replaceAll("[^A-Za-z0-9.]", "_");
        Path copy = new Path(folder, ++copies + "-" + name);
        files.copyFromLocalFile(false, true, source, copy);
        return copy.toUri();
    }

    /** Makes a folder in this one. */
    URI folder(String name) throws IOException {
        Path inner = new Path(folder, name);
        files.mkdirs(inner);
        return inner.toUri();
    }

    FileSystem files() {
        return files;
    }

    /** If the folder cannot be deleted, the work is done all the same. */
    @Override
    public void close() {
        try {
            files.delete(folder, true);
        } catch (IOException e) {
            System.err.println(folder + " could not be deleted; a later job does so: " + e);
        }
    }
}
