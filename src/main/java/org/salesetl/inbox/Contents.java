package org.salesetl.inbox;

import java.util.List;
import java.util.stream.Collectors;
import org.salesetl.text.Text;

/**
 * What a file that holds others contained.
 *
 * @param parts the names of the files that came out
 * @param notTaken the names of the entries or sheets that stayed in it
 * @param why why these stayed in it, and what to do
 */
public record Contents(List<String> parts, List<String> notTaken, String why) {

    private static final int MOST_NAMES = 20;

    public Contents {
        parts = List.copyOf(parts);
        notTaken = List.copyOf(notTaken);
    }

    /** The contents in a sentence or two, for the person who dropped the file. */
    public String words() {
        return "Holds " + listed(parts) + (notTaken.isEmpty() ? "" : ". Not taken: " + listed(notTaken) + ". " + why);
    }

    /** The names, in a row; of many names, the first. */
    static String listed(List<String> names) {
        String first = names.stream().limit(MOST_NAMES).map(Text::visible).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? first : first + " and " + (names.size() - MOST_NAMES) + " more";
    }
}
