package org.salesetl.workbook;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.util.LittleEndian;

/**
 * The records of an old Excel workbook that values need, and none of the many others: pictures, macros and drawings never reach
 * their readers. Refuses more text and formats than memory holds.
 */
final class OldExcelRecords extends InputStream {

    private static final int HEADER_BYTES = 4;

    private static final Set<Short> STRUCTURE = Set.of(BOFRecord.sid, EOFRecord.sid, DateWindow1904Record.sid);

    /** Records that are kept in memory until the end of the workbook. */
    private static final Set<Short> KEPT =
            Set.of(BoundSheetRecord.sid, FormatRecord.sid, ExtendedFormatRecord.sid, SSTRecord.sid);

    private static final Set<Short> CELLS = Set.of(
            NumberRecord.sid,
            RKRecord.sid,
            MulRKRecord.sid,
            LabelRecord.sid,
            LabelSSTRecord.sid,
            BoolErrRecord.sid,
            FormulaRecord.sid,
            StringRecord.sid);

    /** What an object takes besides its content. */
    private static final int BYTES_OF_KEPT = 160;

    /** What a byte of the file takes in memory at most: that of a text in many fonts. */
    private static final int BYTES_OF_A_BYTE = 8;

    /** The table of all texts begins with two numbers: how often texts occur, and how many there are. */
    private static final int COUNTS_BYTES = 8;

    /** The shortest text in the table of all texts has so many bytes. */
    private static final int SHORTEST_TEXT = 3;

    private final InputStream workbook;
    private byte[] record = {};
    private int at;
    private boolean wanted;
    private boolean keeps;
    private long texts;
    private long memory;

    OldExcelRecords(InputStream workbook) {
        this.workbook = workbook;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = Math.min(length, available());
        if (count == 0 && length > 0) {
            return -1;
        }
        System.arraycopy(record, at, target, offset, count);
        at += count;
        return count;
    }

    @Override
    public int available() throws IOException {
        return at < record.length || next() ? record.length - at : 0;
    }

    /** Goes on to the next wanted record; false at the end of the workbook. */
    private boolean next() throws IOException {
        for (byte[] header = workbook.readNBytes(HEADER_BYTES);
                header.length > 0;
                header = workbook.readNBytes(HEADER_BYTES)) {
            if (header.length < HEADER_BYTES) {
                // a workbook ends with zeros that fill its last block
                return false;
            }
            short type = LittleEndian.getShort(header);
            int length = LittleEndian.getUShort(header, 2);
            if (type == FilePassRecord.sid) {
                throw Workbooks.locked();
            }
            if (type != ContinueRecord.sid) {
                keeps = KEPT.contains(type);
                wanted = keeps || STRUCTURE.contains(type) || CELLS.contains(type);
            }
            if (wanted) {
                take(type, header, length);
                return true;
            }
            workbook.skipNBytes(length);
        }
        return false;
    }

    private void take(short type, byte[] header, int length) throws IOException {
        record = new byte[HEADER_BYTES + length];
        System.arraycopy(header, 0, record, 0, HEADER_BYTES);
        at = 0;
        if (workbook.readNBytes(record, HEADER_BYTES, length) < length) {
            throw new EOFException();
        }
        if (keeps) {
            keep(type, length);
        }
    }

    /** The table of all texts says how many there are, and its reader takes no more. */
    private void keep(short type, int length) {
        if (type == SSTRecord.sid && length >= COUNTS_BYTES) {
            texts = LittleEndian.getUInt(record, HEADER_BYTES + COUNTS_BYTES / 2);
        }
        long objects =
                type == SSTRecord.sid || type == ContinueRecord.sid ? Math.min(texts, length / SHORTEST_TEXT) : 1;
        texts -= Math.min(texts, objects);
        memory += objects * BYTES_OF_KEPT + (long) length * BYTES_OF_A_BYTE;
        Limits.requireFits(memory, Limits.MOST_MEMORY);
    }
}
