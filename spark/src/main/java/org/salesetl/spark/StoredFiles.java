package org.salesetl.spark;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.hdfs.BlockMissingException;
import org.apache.hadoop.hdfs.protocol.HdfsLocatedFileStatus;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.SparkConf;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Lists and copies the files of a folder on any file system that Hadoop knows, as the service {@linkplain Questions asks}. The files are only
 * read. No cluster has a part in this: this program is here because Spark comes with the libraries of Hadoop.
 */
public final class StoredFiles {

    private static final int PAGE = 1_000;
    private static final long SETTLED_MILLIS = 5_000;

    /** Names of files that programs give a better name when they are complete. */
    private static final Pattern UNFINISHED = Pattern.compile("\\..*|.*(\\._COPYING_|\\.part|\\.tmp|\\.crdownload|~)");

    private final Path folder;
    private final Configuration hadoop;
    private @Nullable RemoteIterator<? extends FileStatus> listing;

    private StoredFiles(Path folder, Configuration hadoop) {
        this.folder = folder;
        this.hadoop = hadoop;
    }

    /** @param arguments the folder */
    public static void main(String[] arguments) throws IOException {
        try (Questions questions = new Questions()) {
            Configuration hadoop = new Configuration();
            for (Tuple2<String, String> setting : new SparkConf().getAllWithPrefix("spark.hadoop.")) {
                hadoop.set(setting._1(), setting._2());
            }
            StoredFiles files = new StoredFiles(new Path(arguments[0]), hadoop);
            questions.answer(files::answer);
        }
    }

    private String answer(String asked, JsonNode question) throws IOException {
        FileSystem files = folder.getFileSystem(hadoop);
        return switch (asked) {
            case "first" -> {
                requireFolder(files);
                listing = files.listFiles(folder, true);
                yield listed(files, listing, PAGE);
            }
            case "next" -> listed(files, requireNonNull(listing, "The first files come first"), PAGE);
            case "folder" ->
                listed(
                        files,
                        files.listFiles(path(files, question), false),
                        question.get("most").asInt() + 1);
            case "copy" -> Questions.JSON.writeValueAsString(copy(files, question));
            default -> throw new IllegalArgumentException("Expected a question but found " + asked);
        };
    }

    private void requireFolder(FileSystem files) throws IOException {
        if (files.getFileStatus(folder).isFile()) {
            throw new IOException("Expected a folder but found the file " + folder);
        }
    }

    private String listed(FileSystem files, RemoteIterator<? extends FileStatus> listing, int most) throws IOException {
        URI all = files.makeQualified(folder).toUri();
        ArrayNode found = Questions.JSON.createArrayNode();
        while (found.size() < most && listing.hasNext()) {
            FileStatus file = listing.next();
            if (isComplete(file)) {
                found.addObject()
                        .put("key", all.relativize(file.getPath().toUri()).getPath())
                        .put("version", version(file))
                        .put("bytes", file.getLen())
                        .put("modified", file.getModificationTime());
            }
        }
        return Questions.JSON.writeValueAsString(Map.of("files", found));
    }

    /**
     * Whether nobody writes the file any more. HDFS knows; object stores show complete objects only; of other files, the name and the time
     * have to tell.
     */
    private static boolean isComplete(FileStatus file) {
        if (UNFINISHED.matcher(file.getPath().getName()).matches()) {
            return false;
        }
        if (file instanceof HdfsLocatedFileStatus of) {
            return !of.getLocatedBlocks().isUnderConstruction();
        }
        long age = System.currentTimeMillis() - file.getModificationTime();
        return etag(file) != null || age > SETTLED_MILLIS || age < -SETTLED_MILLIS;
    }

    /** Object stores tell contents apart; some of them tell times in other units in a list than for an object. */
    private static String version(FileStatus file) {
        String etag = etag(file);
        return etag == null ? file.getModificationTime() + "-" + file.getLen() : etag;
    }

    private static @Nullable String etag(FileStatus file) {
        return file instanceof EtagSource source ? source.getEtag() : null;
    }

    private Map<String, Object> copy(FileSystem files, JsonNode question) throws IOException {
        Path file = path(files, question);
        try {
            files.copyToLocalFile(false, file, new Path(question.get("to").asText()), true);
            return version(files.getFileStatus(file))
                            .equals(question.get("version").asText())
                    ? Map.of("copied", true)
                    : Map.of("refused", "Somebody has replaced it meanwhile");
        } catch (FileNotFoundException
                | AccessControlException
                | AccessDeniedException
                | ChecksumException
                | BlockMissingException e) {
            return Map.of("refused", e.toString());
        }
    }

    /** The place of a key. A key may have a colon, which would make a scheme of its beginning. */
    private Path path(FileSystem files, JsonNode question) {
        URI all = files.makeQualified(folder).toUri();
        return new Path(
                all.getScheme(),
                all.getAuthority(),
                all.getPath() + "/" + question.get("key").asText());
    }
}
