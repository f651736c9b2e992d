package org.salesetl.inbox;

import java.util.List;
import java.util.stream.Collectors;
import org.salesetl.text.Text;

/**
 * What a file that holds other files contained.
 *
 * @param parts the names of the files that came out
 * @param notTaken the names of the entries that stayed in it: by their names, they are not files to load
 */
public record Contents(List<String> parts, List<String> notTaken) {

    private static final int MOST_NAMES = 20;

    public Contents {
        parts = List.copyOf(parts);
        notTaken = List.copyOf(notTaken);
    }

    /** The contents in a sentence or two, for the person who dropped the file. */
    public String words() {
        return "Holds " + listed(parts)
                + (notTaken.isEmpty()
                        ? ""
                        : ". Not taken: " + listed(notTaken)
                                + ". Only .csv, .tsv and .csv.gz files are; drop others by themselves");
    }

    private static String listed(List<String> names) {
        String first = names.stream().limit(MOST_NAMES).map(Text::visible).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? first : first + " and " + (names.size() - MOST_NAMES) + " more";
    }
}
