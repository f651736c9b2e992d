package org.salesetl.chart;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.salesetl.metric.Measure;

/**
 * The colours of charts and pages.
 *
 * <p>The colours for data are three colours of Okabe and Ito that are clearly visible on white, and the purple and indigo of schemes of
 * Paul Tol. Readers with any of the common colour vision deficiencies can distinguish these colours.
 */
public enum Palette {
    /** Revenue. */
    BLUE(0x0072B2),
    /** Negative values. */
    VERMILLION(0xD55E00),
    /** Units sold. */
    GREEN(0x009E73),
    /** Customers and orders. */
    PURPLE(0xAA3377),
    /** Profit. */
    INDIGO(0x332288),

    /** Titles and values. */
    INK(0x1B2733),
    /** Subtitles and axes: less dark than ink, but readable as text. */
    SLATE(0x566370),
    /** The line at zero. */
    BASELINE(0x8A96A3),
    /** Grid lines, which should be hardly visible. */
    GRID(0xE6EAEE),
    /** The background. */
    PAPER(0xFFFFFF);

    private static final double PALE = 0.35;

    private final Color color;

    Palette(int rgb) {
        this.color = new Color(rgb);
    }

    /** The colours for data. The other colours are for the rest of a chart. */
    public static List<Palette> dataColours() {
        return List.of(BLUE, VERMILLION, GREEN, PURPLE, INDIGO);
    }

    /** The colour of a measure: it has the same one in every chart, as image and on a page. */
    public static Palette of(Measure measure) {
        return switch (measure) {
            case REVENUE, REVENUE_PER_ORDER -> BLUE;
            case PROFIT -> INDIGO;
            case UNITS -> GREEN;
            case ORDERS, CUSTOMERS -> PURPLE;
        };
    }

    /** The colour for drawing with Java. */
    public Color color() {
        return color;
    }

    /** The colour of what stands back, like the year before: the colour with much of the paper. */
    Color pale() {
        return mixed(PALE);
    }

    private Color mixed(double share) {
        Color paper = PAPER.color;
        return new Color(
                (int) Math.round(color.getRed() * share + paper.getRed() * (1 - share)),
                (int) Math.round(color.getGreen() * share + paper.getGreen() * (1 - share)),
                (int) Math.round(color.getBlue() * share + paper.getBlue() * (1 - share)));
    }

    /** The colour as style sheets write it, for example {@code #0072B2}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%06X", color.getRGB() & 0xFFFFFF);
    }
}
