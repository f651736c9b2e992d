package org.salesetl.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.salesetl.text.CutRecords.Cut;

/**
 * A text as a careful program writes it, and the records that it must be read as.
 *
 * @param text the text
 * @param delimiter the character between cells
 * @param records the records with the lines they start on
 */
record ProperCsv(String text, char delimiter, List<Cut> records) {

    private static final String[] LINE_ENDS = {"\n", "\r\n", "\r"};
    private static final String[] PIECES = {
        "a", "7", " ", "\"", ",", ";", "\t", "|", "é", "Łódź", "😀", "\n", "\r\n", "\r", "'"
    };

    static ProperCsv random(Random random) {
        char delimiter = ",;\t|".charAt(random.nextInt(4));
        StringBuilder text = new StringBuilder();
        List<Cut> records = new ArrayList<>();
        int line = 1;
        int rows = 1 + random.nextInt(8);
        for (int row = 0; row < rows; row++) {
            List<String> cells = new ArrayList<>();
            int columns = 1 + random.nextInt(4);
            for (int column = 0; column < columns; column++) {
                String cell = cell(random);
                boolean emptyLine = columns == 1 && cell.isEmpty();
                text.append(column == 0 ? "" : delimiter).append(emptyLine ? "\"\"" : written(cell, delimiter, random));
                cells.add(cell);
            }
            records.add(new Cut(line, cells, false));
            boolean last = row == rows - 1 && random.nextBoolean();
            text.append(last ? "" : LINE_ENDS[random.nextInt(LINE_ENDS.length)]);
            line += 1 + cells.stream().mapToInt(ProperCsv::lineEnds).sum();
        }
        return new ProperCsv(text.toString(), delimiter, records);
    }

    private static String cell(Random random) {
        StringBuilder cell = new StringBuilder();
        int pieces = random.nextInt(6);
        for (int i = 0; i < pieces; i++) {
            cell.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return cell.toString();
    }

    private static String written(String cell, char delimiter, Random random) {
        boolean needsQuotes = cell.startsWith("\"")
                || cell.indexOf(delimiter) >= 0
                || cell.indexOf('\n') >= 0
                || cell.indexOf('\r') >= 0;
        return needsQuotes || random.nextInt(4) == 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static int lineEnds(String cell) {
        return cell.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[^\n]", "")
                .length();
    }
}
