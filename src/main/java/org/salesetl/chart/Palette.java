package org.salesetl.chart;

import java.awt.Color;
import java.util.List;
import java.util.Locale;

/**
 * The colours of charts and pages.
 *
 * <p>The data colours are those three of Okabe and Ito that stand out well from white paper, and the purple of Paul Tol's
 * bright scheme. Readers with any of the common colour vision deficiencies can tell them apart.
 */
public enum Palette {
    /** Money. */
    BLUE(0x0072B2),
    /** Whatever is below zero. */
    VERMILLION(0xD55E00),
    /** Units sold. */
    GREEN(0x009E73),
    /** People and orders: what is counted, and is not units. */
    PURPLE(0xAA3377),

    /** Titles and values. */
    INK(0x1B2733),
    /** Subtitles and axes: quieter than ink, readable as text. */
    SLATE(0x566370),
    /** The line at zero. */
    BASELINE(0x8A96A3),
    /** Grid lines, which help the eye and should not be noticed. */
    GRID(0xE6EAEE),
    /** The background. */
    PAPER(0xFFFFFF);

    private final Color color;

    Palette(int rgb) {
        this.color = new Color(rgb);
    }

    /** The colours for data; the others draw the frame around it. */
    public static List<Palette> dataColours() {
        return List.of(BLUE, VERMILLION, GREEN, PURPLE);
    }

    /** The colour for drawing with Java. */
    public Color color() {
        return color;
    }

    /** The colour as style sheets write it, for example {@code #0072B2}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%06X", color.getRGB() & 0xFFFFFF);
    }
}
