package org.salesetl.inbox;

import java.io.IOException;
import java.nio.file.Path;
import org.salesetl.text.FileFormat;
import org.salesetl.text.JsonLines;

/** Which files are loaded and which are taken apart, by what they hold. */
public final class FileContents {

    /** How many of the first bytes of a file are enough to tell. */
    public static final int HEAD_BYTES = FileFormat.HEAD_BYTES;

    private FileContents() {}

    /** Whether a file that begins with these bytes is a ZIP file, as a workbook is too. */
    public static boolean isZip(byte[] head) throws IOException {
        return FileFormat.of(head) == FileFormat.ZIP;
    }

    /** Whether the file has to be taken apart. */
    static boolean isContainer(Path file) {
        return FileNames.isTaken(file) && holdsOthers(file);
    }

    /** Whether the file is loaded as it is, or refused. */
    static boolean isLoadable(Path file) {
        return FileNames.isTaken(file) && !holdsOthers(file);
    }

    /** A file that cannot be read now is loaded like others, and its load says what is wrong. */
    private static boolean holdsOthers(Path file) {
        try {
            FileFormat format = FileFormat.of(file);
            return format.isContainer() || (format == FileFormat.JSON_LINES && JsonLines.haveLists(file));
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
