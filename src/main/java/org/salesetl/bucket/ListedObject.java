package org.salesetl.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.salesetl.inbox.FolderDrop;

/**
 * An object as the store lists it.
 *
 * @param key the name of the object in the bucket
 * @param version what the store calls this content of the object (its {@code ETag}); another content has another one
 * @param bytes how long the object is
 * @param modifiedAt when somebody put the object there
 */
record ListedObject(String key, String version, long bytes, Instant modifiedAt) {

    /** How programs of Hadoop and Spark call the parts of a table. */
    private static final Pattern PART = Pattern.compile("part-([mr]-)?\\d{5}.*");

    /** What programs write beside the parts, for themselves. */
    private static final Pattern NOTE = Pattern.compile("_started_.*|_committed_.*|\\..*\\.crc");

    /** Whether this says that all parts beside it are there. */
    boolean isMark() {
        return name().equals(FolderDrop.MARK);
    }

    /** Whether this is a part of a table, and not a table by itself. */
    boolean isPart() {
        return PART.matcher(name()).matches();
    }

    /** Whether this is for the store or for the program that writes there, and nothing to load: folders without content, marks, checksums, and drafts of parts. */
    boolean isOfWriter() {
        return (key.endsWith("/") && bytes == 0)
                || isMark()
                || NOTE.matcher(name()).matches()
                || Arrays.stream(key.split("/", -1))
                        .anyMatch(folder -> folder.equals("_temporary") || folder.startsWith(".spark-staging"));
    }

    /** The key up to the last slash; empty if there is none. */
    String folder() {
        return key.substring(0, Math.max(0, key.lastIndexOf('/')));
    }

    /** The key after the last slash. */
    String name() {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    /** Tells this content of this object, as somebody has put it there, from all others, in 64 hexadecimal digits. */
    String hash(String bucket) {
        return DigestUtils.sha256Hex((bucket + '\n' + key + '\n' + version + '\n' + modifiedAt).getBytes(UTF_8));
    }
}
