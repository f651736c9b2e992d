package org.salesetl.engine;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Layout;
import org.salesetl.load.Claim;
import org.salesetl.outage.DiskRoom;
import org.salesetl.text.DropStream;
import org.salesetl.text.Encoding;
import org.salesetl.text.RefusedFileException;
import org.salesetl.work.WorkFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The text of a file as a cluster can read it from any place in it: in UTF-8, and not compressed. Of a file that is written in another
 * way, this is a copy in the work folder, which is deleted at the end.
 *
 * @param path where the text is
 * @param layout how to read it
 * @param isCopy whether it is a copy
 */
record PlainText(Path path, Layout layout, boolean isCopy) implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(PlainText.class);

    private static final String FOLDER = "data";
    private static final int BLOCK_BYTES = 4 << 20;

    /**
     * The text of a claimed file.
     *
     * @param eachBlock what to do before each part of a copy; whatever it throws ends the work
     * @return null if the disk has no room for a copy
     * @throws RefusedFileException if the file is compressed, and damaged
     */
    static @Nullable PlainText of(Claim claim, WorkFolder work, DiskRoom room, Runnable eachBlock) throws IOException {
        Layout layout = claim.layout();
        Encoding encoding = layout.conventions().encoding();
        if (encoding == Encoding.UTF_8 && DropStream.isPlain(claim.path())) {
            return new PlainText(claim.path(), layout, false);
        }
        Path file = Files.createTempFile(work.path(), "spark-", ".txt");
        PlainText copy = new PlainText(file, layout.with(layout.conventions().in(Encoding.UTF_8)), true);
        boolean complete = false;
        try (InputStream text = DropStream.text(claim.path(), encoding);
                OutputStream out = Files.newOutputStream(file)) {
            for (byte[] block = text.readNBytes(BLOCK_BYTES); block.length > 0; block = text.readNBytes(BLOCK_BYTES)) {
                eachBlock.run();
                if (room.isShort(FOLDER)) {
                    log.warn(
                            "The cluster needs a plain copy of {}, but the disk of the data folder has only {} left",
                            claim.shownName(),
                            DiskRoom.megabytes(room.freeBytes(FOLDER)));
                    return null;
                }
                out.write(block);
            }
            complete = true;
            return copy;
        } catch (ZipException | EOFException e) {
            // somebody has put another file in its place since it was surveyed
            throw RefusedFileException.damagedCompression();
        } finally {
            if (!complete) {
                copy.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (isCopy) {
            Files.deleteIfExists(path);
        }
    }
}
