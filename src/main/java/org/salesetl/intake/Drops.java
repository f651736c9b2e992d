package org.salesetl.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import org.salesetl.SalesEtlProperties;
import org.springframework.stereotype.Component;

/** Looks into claimed files: what they are, and the records they hold. */
@Component
public class Drops {

    private static final int BUFFER_BYTES = 1 << 18;
    private static final String NOT_HASHED = "0".repeat(64);

    private final HeaderSniffer sniffer;
    private final Set<String> nullWords;

    Drops(HeaderSniffer sniffer, SalesEtlProperties properties) {
        this.sniffer = sniffer;
        this.nullWords = Set.copyOf(properties.nullWords());
    }

    /** What is known of a file before its first byte is read. */
    public Drop unread(Path file) {
        return new Drop(file, file.getFileName().toString(), NOT_HASHED, 0, Instant.EPOCH);
    }

    /** Hashes a file's bytes; a compressed file is hashed as it is. */
    public Drop identify(Path file) throws IOException {
        return identify(file, file.getFileName().toString());
    }

    /** Hashes the bytes of a file that had another name when it was dropped. */
    public Drop identify(Path file, String name) throws IOException {
        // before the first byte is read, so that nothing can be written unnoticed after it
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        MessageDigest digest = sha256();
        long size = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream stream = Files.newInputStream(file)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        return new Drop(file, name, HexFormat.of().formatHex(digest.digest()), size, modified);
    }

    /**
     * Recognises a file by its header.
     *
     * @throws RefusedFileException if it is of none of the kinds
     */
    public Layout layout(Drop drop) throws IOException {
        return sniffer.layout(drop.path());
    }

    /**
     * The records below the header, a few thousand at a time. The iterator holds the file open until it is closed.
     *
     * @throws RefusedFileException while it is read, if a compressed file turns out to be damaged
     */
    public ChunkReader chunks(Drop drop, Layout layout) throws IOException {
        return ChunkReader.open(drop.path(), layout);
    }

    /** Cells that mean "no value". */
    public Set<String> nullWords() {
        return nullWords;
    }

    /**
     * Makes sure that nobody has written to the file since it was identified.
     *
     * @throws DropChangedException if somebody has: it was dropped before it was complete
     */
    public void requireUnchanged(Drop drop) throws IOException {
        if (Files.size(drop.path()) != drop.size()
                || !Files.getLastModifiedTime(drop.path()).toInstant().equals(drop.modified())) {
            throw new DropChangedException(drop.name());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
