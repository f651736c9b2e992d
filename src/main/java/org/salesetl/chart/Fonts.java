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
 * Chooses the font for each text: Inter if Inter has all its characters; otherwise DejaVu Sans, which has more scripts, or a font of the
 * machine, if there is one. Inter and DejaVu Sans are inside the application.
 */
public final class Fonts {

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

    /** A font for numbers, and for words that do not come from files. */
    static Font regular(float size) {
        return BY_PREFERENCE.get(0).deriveFont(size);
    }

    /** The font that can write all of this text, or most of it. */
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

    /** Whether there is a font that can write at least half of the text. */
    static boolean canWriteMostOf(String text) {
        return missing(text, forText(text, 1)) * 2 <= text.codePoints().count();
    }

    /** Whether there is a font that can write all of the text. */
    public static boolean canWrite(String text) {
        return missing(text, forText(text, 1)) == 0;
    }

    /** The text with a box instead of characters in a row that no font can write, and without accents that no font can write. */
    static String drawable(String text) {
        Font font = forText(text, 1);
        if (missing(text, font) == 0) {
            return text;
        }
        StringBuilder drawable = new StringBuilder();
        boolean inBox = false;
        for (int codePoint : text.codePoints().toArray()) {
            if (!isMissing(codePoint, font)) {
                if (!inBox || !Labels.joinsPrevious(codePoint)) {
                    drawable.appendCodePoint(codePoint);
                    inBox = false;
                }
            } else if (!inBox && !Labels.joinsPrevious(codePoint)) {
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
     * Starts the font manager of Java. On Linux without fonts the start fails ("Fontconfig head is null"), and then no text can be drawn,
     * not even in a font inside the application. A configuration with a font of the application lets the font manager start. This
     * configuration is used only after a failure, because the configuration of a machine with fonts finds more fonts.
     */
    private static void startFontManager() {
        try {
            useAnyFont();
        } catch (RuntimeException | Error fontless) {
            System.setProperty(FONT_CONFIGURATION, writeFontConfiguration().toString());
            try {
                useAnyFont();
            } catch (RuntimeException | Error stillFontless) {
                // something else is missing, for example a native library; only the first failure says what
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
            // Java reads the font file until the process ends, so both files stay until then
            Path folder = Files.createTempDirectory("fonts");
            folder.toFile().deleteOnExit();
            Path font = folder.resolve("DejaVuSans.ttf");
            font.toFile().deleteOnExit();
            try (InputStream bytes = open("DejaVuSans.ttf")) {
                Files.copy(bytes, font, StandardCopyOption.REPLACE_EXISTING);
            }
            Path configuration = folder.resolve("fontconfig.properties");
            configuration.toFile().deleteOnExit();
            // a properties file is in ISO 8859-1, and a backslash escapes characters
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
