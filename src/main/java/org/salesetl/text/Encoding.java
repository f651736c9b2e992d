package org.salesetl.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.io.input.ReaderInputStream;
import org.salesetl.vocabulary.Labelled;

/** How a file's bytes stand for text. */
public enum Encoding implements Labelled {
    UTF_8(StandardCharsets.UTF_8),
    UTF_16LE(StandardCharsets.UTF_16LE),
    UTF_16BE(StandardCharsets.UTF_16BE),
    WINDOWS_1252(Charset.forName("windows-1252")),
    ISO_8859_1(StandardCharsets.ISO_8859_1),
    WINDOWS_1250(Charset.forName("windows-1250")),
    WINDOWS_1251(Charset.forName("windows-1251")),
    WINDOWS_1253(Charset.forName("windows-1253")),
    WINDOWS_1254(Charset.forName("windows-1254")),
    WINDOWS_1257(Charset.forName("windows-1257")),
    WINDOWS_31J(Charset.forName("windows-31j")),
    WINDOWS_949(Charset.forName("x-windows-949")),
    GB18030(Charset.forName("GB18030"));

    private final Charset charset;

    Encoding(Charset charset) {
        this.charset = charset;
    }

    /** The name in words, for pages and messages. */
    public String words() {
        return label().startsWith("windows") ? "W" + label().substring(1) : charset.name();
    }

    public Charset charset() {
        return charset;
    }

    /** The registered name in lower case, for example {@code windows-1252}. */
    @Override
    public String label() {
        return charset.name().toLowerCase(Locale.ROOT).replace("x-", "");
    }

    /**
     * The stream's text in UTF-8, which all later steps read. Bytes that are not text stay as they are if the file is in UTF-8
     * already, and become U+FFFD if it is not.
     */
    InputStream toUtf8(InputStream stream) {
        if (this == UTF_8) {
            return stream;
        }
        try {
            return ReaderInputStream.builder()
                    .setReader(new InputStreamReader(stream, charset))
                    .setCharset(StandardCharsets.UTF_8)
                    .setBufferSize(1 << 16)
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
