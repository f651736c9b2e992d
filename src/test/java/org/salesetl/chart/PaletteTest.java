package org.salesetl.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {

    /** How readers see linear red, green and blue, after Machado, Oliveira and Fernandes 2009, for the full deficiency. */
    private static final Map<String, double[][]> VISION = Map.of(
            "full", new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            "without long waves",
                    new double[][] {
                        {0.152286, 1.052583, -0.204868},
                        {0.114503, 0.786281, 0.099216},
                        {-0.003882, -0.048116, 1.051998}
                    },
            "without medium waves",
                    new double[][] {
                        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
                    },
            "without short waves",
                    new double[][] {
                        {1.255528, -0.076749, -0.178779},
                        {-0.078411, 0.930809, 0.147602},
                        {0.004733, 0.691367, 0.303900}
                    });

    private static final double CLEARLY_DIFFERENT = 15;

    @ParameterizedTest
    @EnumSource(names = {"BLUE", "VERMILLION", "GREEN", "PURPLE", "INDIGO", "BASELINE"})
    void standsOutFromPaper(Palette colour) {
        assertThat(contrastOnPaper(colour)).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"INK", "SLATE"})
    void isReadableAsText(Palette colour) {
        assertThat(contrastOnPaper(colour)).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "without long waves", "without medium waves", "without short waves"})
    void dataColoursDifferForEveryReader(String vision) {
        double[][] left = VISION.getOrDefault(vision, new double[0][]);
        List<Palette> colours = Palette.dataColours();
        for (Palette one : colours) {
            for (Palette other : colours) {
                if (one != other) {
                    assertThat(distance(lab(one, left), lab(other, left)))
                            .as("%s and %s, seen %s", one, other, vision)
                            .isGreaterThan(CLEARLY_DIFFERENT);
                }
            }
        }
    }

    @Test
    void sharesItsColoursWithStyleSheets() {
        assertThat(Palette.BLUE.hex()).isEqualTo("#0072B2");
        assertThat(Palette.PAPER.hex()).isEqualTo("#FFFFFF");
        assertThat(Palette.BLUE.color()).isEqualTo(new Color(0, 114, 178));
    }

    private static double contrastOnPaper(Palette colour) {
        double[] rgb = linear(colour);
        return 1.05 / (0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2] + 0.05);
    }

    private static double[] lab(Palette colour, double[][] vision) {
        double[] rgb = linear(colour);
        double[] seen = new double[3];
        for (int row = 0; row < 3; row++) {
            double sum = vision[row][0] * rgb[0] + vision[row][1] * rgb[1] + vision[row][2] * rgb[2];
            seen[row] = Math.min(1, Math.max(0, sum));
        }
        double x = root((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047);
        double y = root(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
        double z = root((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double value) {
        return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116.0;
    }

    private static double[] linear(Palette colour) {
        Color color = colour.color();
        return new double[] {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(
                Math.pow(one[0] - other[0], 2) + Math.pow(one[1] - other[1], 2) + Math.pow(one[2] - other[2], 2));
    }
}
