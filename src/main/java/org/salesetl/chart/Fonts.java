package org.salesetl.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The fonts inside the application, chosen text by text: Inter for all that it can write, DejaVu Sans for the scripts
 * that it lacks, and the machine's own font, if it has one, for what neither knows.
 */
final class Fonts {

    private static final char BOX = '□';
    private static final String FONT_CONFIGURATION = "sun.awt.fontconfig";

    static {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        startFontManager();
    }

    private static final Font SEMI_BOLD = bundled("Inter-SemiBold.ttf");
    private static final List<Font> BY_PREFERENCE =
            List.of(bundled("Inter-Regular.ttf"), bundled("DejaVuSans.ttf"), new Font(Font.DIALOG, Font.PLAIN, 1));

    private Fonts() {}

    /** A font for a title, which is always English. */
    static Font title(float size) {
        return SEMI_BOLD.deriveFont(size);
    }

    /** A font for numbers and for words of our own. */
    static Font regular(float size) {
        return BY_PREFERENCE.get(0).deriveFont(size);
    }

    /** The font that can write this text, or the one that can write the most of it. */
    static Font forText(String text, float size) {
        Font best = BY_PREFERENCE.get(0);
        long fewestMissing = Long.MAX_VALUE;
        for (Font font : BY_PREFERENCE) {
            long missing = missing(text, font);
            if (missing < fewestMissing) {
                best = font;
                fewestMissing = missing;
            }
        }
        return best.deriveFont(size);
    }

    /** Whether at least half of the text can be written. */
    static boolean canWriteMostOf(String text) {
        return missing(text, forText(text, 1)) * 2 <= text.codePoints().count();
    }

    /** The text with one box for each run of characters that cannot be written, and without accents that cannot. */
    static String drawable(String text) {
        Font font = forText(text, 1);
        if (missing(text, font) == 0) {
            return text;
        }
        StringBuilder drawable = new StringBuilder();
        boolean inBox = false;
        for (int codePoint : text.codePoints().toArray()) {
            if (!isMissing(codePoint, font)) {
                if (!inBox || !Labels.clings(codePoint)) {
                    drawable.appendCodePoint(codePoint);
                    inBox = false;
                }
            } else if (!inBox && !Labels.clings(codePoint)) {
                drawable.append(BOX);
                inBox = true;
            }
        }
        return drawable.toString();
    }

    private static long missing(String text, Font font) {
        return text.codePoints().filter(codePoint -> isMissing(codePoint, font)).count();
    }

    private static boolean isMissing(int codePoint, Font font) {
        return !Labels.isInvisible(codePoint) && !font.canDisplay(codePoint);
    }

    /**
     * On Linux without fonts, Java's font manager fails to start ("Fontconfig head is null"), and with it every text,
     * even one in a font that comes with the application. A configuration that names one of ours lets it start. It is
     * tried only after a failure: where there are fonts, the machine's own configuration finds more of them.
     */
    private static void startFontManager() {
        try {
            useAnyFont();
        } catch (RuntimeException | Error fontless) {
            System.setProperty(FONT_CONFIGURATION, writeFontConfiguration().toString());
            try {
                useAnyFont();
            } catch (RuntimeException | Error stillFontless) {
                // Something else is missing, a native library for example: only the first failure tells what.
                stillFontless.addSuppressed(fontless);
                throw stillFontless;
            }
        }
    }

    private static void useAnyFont() {
        new Font(Font.DIALOG, Font.PLAIN, 1).canDisplay('a');
    }

    private static Path writeFontConfiguration() {
        try {
            // Java reads the font file as long as it runs, so both stay until it ends.
            Path folder = Files.createTempDirectory("fonts");
            folder.toFile().deleteOnExit();
            Path font = folder.resolve("DejaVuSans.ttf");
            font.toFile().deleteOnExit();
            try (InputStream bytes = open("DejaVuSans.ttf")) {
                Files.copy(bytes, font, StandardCopyOption.REPLACE_EXISTING);
            }
            Path configuration = folder.resolve("fontconfig.properties");
            configuration.toFile().deleteOnExit();
            // A properties file in ISO 8859-1, in which a backslash escapes.
            return Files.writeString(configuration, fontConfiguration(font), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the font configuration to the temporary folder", e);
        }
    }

    private static String fontConfiguration(Path font) {
        List<String> lines = new ArrayList<>(List.of("version=1", "sequence.allfonts=default"));
        for (String family : List.of("dialog", "dialoginput", "monospaced", "sansserif", "serif")) {
            for (String style : List.of("plain", "bold", "italic", "bolditalic")) {
                lines.add("%s.%s.default=DejaVuSans".formatted(family, style));
            }
        }
        lines.add("filename.DejaVuSans=" + escaped(font.toString()));
        return String.join("\n", lines) + "\n";
    }

    private static String escaped(String path) {
        StringBuilder escaped = new StringBuilder();
        path.chars().forEach(character -> {
            if (character == '\\') {
                escaped.append("\\\\");
            } else if (character < 0x20 || character > 0x7E) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", character));
            } else {
                escaped.append((char) character);
            }
        });
        return escaped.toString();
    }

    private static Font bundled(String file) {
        try (InputStream bytes = open(file)) {
            return Font.createFont(Font.TRUETYPE_FONT, bytes);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("Cannot read the font " + file + " inside the application", e);
        }
    }

    private static InputStream open(String file) {
        InputStream bytes = Fonts.class.getResourceAsStream("/fonts/" + file);
        if (bytes == null) {
            throw new IllegalStateException("The font " + file + " is missing inside the application");
        }
        return bytes;
    }
}
