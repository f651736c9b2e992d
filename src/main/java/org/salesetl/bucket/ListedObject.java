package org.salesetl.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import org.apache.commons.codec.digest.DigestUtils;
import org.salesetl.inbox.Drop;
import org.salesetl.inbox.FileNames;

/**
 * An object as the store lists it.
 *
 * @param key the name of the object in the bucket
 * @param version what the store calls this content of the object (its {@code ETag}); another content has another one
 * @param bytes how long the object is
 * @param modifiedAt when somebody put the object there
 */
record ListedObject(String key, String version, long bytes, Instant modifiedAt) {

    /** Whoever corrects sales puts the correction there later. */
    static final Comparator<ListedObject> OLDEST_FIRST =
            Comparator.comparing(ListedObject::modifiedAt).thenComparing(ListedObject::key);

    /** Stores show folders by objects without content. */
    boolean isFolder() {
        return key.endsWith("/") && bytes == 0;
    }

    /** Tells this content of this object, as somebody has put it there, from all others, in 64 hexadecimal digits. */
    String hash(String bucket) {
        return DigestUtils.sha256Hex((bucket + '\n' + key + '\n' + version + '\n' + modifiedAt).getBytes(UTF_8));
    }

    /** The key for people and the log, in one line. */
    String shownKey() {
        return Drop.shown(key);
    }

    /**
     * The name of the file in the inbox: the key without the prefix, as a name. An object is complete, even if its name says
     * otherwise, and is not left lying because of its name.
     */
    String fileName(String prefix) {
        String name = FileNames.kept(FileNames.safe(key.substring(key.startsWith(prefix) ? prefix.length() : 0)));
        return !name.isBlank() && FileNames.isTaken(Path.of(name)) ? name : "object" + name + ".object";
    }
}
