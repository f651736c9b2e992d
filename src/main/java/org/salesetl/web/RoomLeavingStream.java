package org.salesetl.web;

import java.io.OutputStream;
import org.apache.commons.io.output.ProxyOutputStream;
import org.salesetl.outage.DiskRoom;

/**
 * Writes a file of any length, but leaves the room on the disk of the data folder that everybody else needs: the database may be there, too,
 * and anybody can ask for a long export.
 */
final class RoomLeavingStream extends ProxyOutputStream {

    private static final String FOLDER = "data";
    private static final int BYTES_BETWEEN_LOOKS = 4 << 20;

    private final DiskRoom room;
    private int written;

    RoomLeavingStream(OutputStream file, DiskRoom room) {
        super(file);
        this.room = room;
    }

    /** @throws BusyException if the disk is nearly full */
    @Override
    protected void beforeWrite(int bytes) {
        written += bytes;
        if (written >= BYTES_BETWEEN_LOOKS) {
            written = 0;
            if (room.isShort(FOLDER)) {
                throw new BusyException("Expected room for an export on the disk of the data folder but found only "
                        + DiskRoom.megabytes(room.freeBytes(FOLDER)) + ": ask for fewer rows, or try again later");
            }
        }
    }
}
