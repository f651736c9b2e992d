package org.salesetl.chart;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a picture as PNG without filters.
 *
 * <p>The writer of Java tries five filters on every line, which takes several times as long as drawing the chart. The filters would make
 * a chart only a fifth smaller, because a chart consists of areas in one colour.
 */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BITS_A_COLOUR = 8;
    private static final byte TRUE_COLOUR = 2;
    private static final byte UNFILTERED = 0;
    private static final int USUAL_SIZE = 1 << 16;

    private Png() {}

    /** The bytes of a PNG file. The picture has to have an int with red, green and blue for each pixel. */
    static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(USUAL_SIZE);
        file.writeBytes(SIGNATURE);
        writeChunk(file, "IHDR", header(image));
        writeChunk(file, "IDAT", compressed(image));
        writeChunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static byte[] header(BufferedImage image) {
        byte deflate = 0;
        byte filtersByLine = 0;
        byte notInterlaced = 0;
        return ByteBuffer.allocate(13)
                .putInt(image.getWidth())
                .putInt(image.getHeight())
                .put(BITS_A_COLOUR)
                .put(TRUE_COLOUR)
                .put(deflate)
                .put(filtersByLine)
                .put(notInterlaced)
                .array();
    }

    private static byte[] compressed(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream lines = new DeflaterOutputStream(bytes, deflater, USUAL_SIZE)) {
            int width = image.getWidth();
            int[] pixels = new int[width];
            byte[] line = new byte[1 + 3 * width];
            line[0] = UNFILTERED;
            for (int y = 0; y < image.getHeight(); y++) {
                image.getRaster().getDataElements(0, y, width, 1, pixels);
                int end = 1;
                for (int pixel : pixels) {
                    line[end++] = (byte) (pixel >> 16);
                    line[end++] = (byte) (pixel >> 8);
                    line[end++] = (byte) pixel;
                }
                lines.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a picture to memory", e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void writeChunk(ByteArrayOutputStream file, String type, byte[] content) {
        byte[] name = type.getBytes(US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        file.writeBytes(number(content.length));
        file.writeBytes(name);
        file.writeBytes(content);
        file.writeBytes(number((int) checksum.getValue()));
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }
}
