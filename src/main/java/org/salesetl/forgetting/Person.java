package org.salesetl.forgetting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.PersonalCells;
import org.salesetl.layout.RejectsTable;
import org.salesetl.sql.SqlRow;

/**
 * A customer who is to be forgotten.
 *
 * @param key the surrogate key
 * @param id the business key
 * @param name the name, or the id if nobody has given a name
 * @param email the e-mail address; null if nobody has given one
 * @param pseudonym the id under which the sales stay
 */
record Person(int key, String id, String name, @Nullable String email, String pseudonym) {

    /** The person in a row of {@code select-customer.sql}. */
    static Person of(SqlRow row, String pseudonym) {
        return new Person(
                row.integer("customer_key"),
                row.text("customer_id"),
                row.text("name"),
                row.textOrNull("email"),
                pseudonym);
    }

    /** The texts that mean this person wherever they stand, the longest first. A single word may mean somebody or something else. */
    List<String> texts() {
        return Stream.of(email, id.contains("@") ? id : null, name.strip().contains(" ") ? name : null)
                .filter(Objects::nonNull)
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .toList();
    }

    /** A text that says nothing of the person any more. */
    String without(String text) {
        String rest = isMe(text) ? pseudonym : text;
        for (String mine : texts()) {
            rest = rest.replace(mine, pseudonym);
        }
        return rest;
    }

    /** Whether a text is the id, the name or the address of the person, and nothing else. */
    boolean isMe(String text) {
        return text.equals(id) || text.equals(name) || text.equalsIgnoreCase(String.valueOf(email));
    }

    /**
     * A record as it is kept from now on; null if it is not of this person.
     *
     * @param row {@code raw}, {@code delimiter}, {@code header}, {@code other_cells} and {@code customer_cells}
     * @param mine whether it is known that the record is of this person
     */
    @Nullable
    String record(SqlRow row, boolean mine) {
        String raw = row.text("raw");
        String delimiter = row.textOrNull("delimiter");
        boolean named = email != null && raw.toLowerCase(Locale.ROOT).contains(email.toLowerCase(Locale.ROOT));
        if (delimiter == null) {
            return mine || named ? "" : null;
        }
        PersonalCells personal = PersonalCells.of(row);
        List<String> cells = RejectsTable.cells(raw, requireNonNull(delimiter).charAt(0));
        if (mine || personal.customers(cells).contains(id)) {
            return RejectsTable.line(personal.without(cells, pseudonym), delimiter.charAt(0));
        }
        return named ? RejectsTable.line(personal.with("", cells), delimiter.charAt(0)) : null;
    }
}
