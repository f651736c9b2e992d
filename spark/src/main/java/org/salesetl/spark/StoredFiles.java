package org.salesetl.spark;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
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
                listing = files.listFiles(folder, true);
                yield page(files, listing);
            }
            case "next" -> page(files, requireNonNull(listing, "The first files come first"));
            case "copy" -> Questions.JSON.writeValueAsString(copy(files, question));
            default -> throw new IllegalArgumentException("Expected a question but found " + asked);
        };
    }

    private String page(FileSystem files, RemoteIterator<? extends FileStatus> listing) throws IOException {
        URI all = files.makeQualified(folder).toUri();
        ArrayNode page = Questions.JSON.createArrayNode();
        while (page.size() < PAGE && listing.hasNext()) {
            FileStatus file = listing.next();
            if (isComplete(file)) {
                page.addObject()
                        .put("key", all.relativize(file.getPath().toUri()).getPath())
                        .put("version", version(file))
                        .put("bytes", file.getLen())
                        .put("modified", file.getModificationTime());
            }
        }
        return Questions.JSON.writeValueAsString(Map.of("files", page));
    }

    /** HDFS shows files that are still being written, some of them under a name that says so. */
    private static boolean isComplete(FileStatus file) {
        return !file.getPath().getName().endsWith("._COPYING_")
                && !(file instanceof HdfsLocatedFileStatus of
                        && of.getLocatedBlocks().isUnderConstruction());
    }

    /** Object stores tell contents apart; some of them tell times in other units in a list than for an object. */
    private static String version(FileStatus file) {
        String etag = file instanceof EtagSource source ? source.getEtag() : null;
        return etag == null ? file.getModificationTime() + "-" + file.getLen() : etag;
    }

    private Map<String, Object> copy(FileSystem files, JsonNode question) throws IOException {
        URI all = files.makeQualified(folder).toUri();
        // a key may have a colon, which would make a scheme of its beginning
        Path file = new Path(
                all.getScheme(),
                all.getAuthority(),
                all.getPath() + "/" + question.get("key").asText());
        try {
            files.copyToLocalFile(false, file, new Path(question.get("to").asText()), true);
            return version(files.getFileStatus(file))
                            .equals(question.get("version").asText())
                    ? Map.of("copied", true)
                    : Map.of("refused", "Somebody has replaced it meanwhile");
        } catch (FileNotFoundException | AccessControlException e) {
            return Map.of("refused", String.valueOf(e.getMessage()));
        }
    }
}
