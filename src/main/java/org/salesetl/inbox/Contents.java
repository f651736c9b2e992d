package org.salesetl.inbox;

import java.util.List;
import java.util.stream.Collectors;
import org.salesetl.text.Text;

/**
 * What was in a file that holds others.
 *
 * @param parts the names of the files that came out
 * @param notTaken the names of what was left in it: no file that can be loaded, by its name
 */
public record Contents(List<String> parts, List<String> notTaken) {

    private static final int MOST_NAMES = 20;

    public Contents {
        parts = List.copyOf(parts);
        notTaken = List.copyOf(notTaken);
    }

    /** The contents in a sentence or two, for whoever has dropped the file. */
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
