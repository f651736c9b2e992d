package org.salesetl.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.salesetl.json.JsonTable;
import org.salesetl.json.JsonTables;
import org.salesetl.layout.GuessedHeader;
import org.salesetl.layout.HeaderSniffer;
import org.salesetl.text.RefusedFileException;

/**
 * Takes the tables out of a document of JSON. Lists that a mapping knows are taken, or else the one that looks most like a table of ours:
 * somebody is asked what its columns mean. A list with others in it, such as orders with their lines, becomes one table.
 */
final class JsonContents {

    /** Enough to guess what the columns mean. */
    private static final int FIRST_ROWS = 100;

    private final JsonTables tables;
    private final Path folder;
    private final HeaderSniffer sniffer;
    private final PartNames names;

    /** @param folder where the tables go */
    JsonContents(JsonTables tables, Path folder, HeaderSniffer sniffer, PartNames names) {
        this.tables = tables;
        this.folder = folder;
        this.sniffer = sniffer;
        this.names = names;
    }

    /**
     * Writes the tables.
     *
     * @throws RefusedFileException if the document is no JSON, holds no table, or is out of bounds
     */
    Parts take() throws IOException {
        List<Candidate> lists = new ArrayList<>();
        for (List<JsonTable> choices : tables.choices()) {
            lists.add(likeliest(choices));
        }
        boolean anyKnown = lists.stream().anyMatch(Candidate::isKnown);
        Candidate most = lists.stream().reduce(Candidate::better).orElseThrow();
        if (!anyKnown && most.things() == 0) {
            throw new RefusedFileException("No list here is of customers, products or sales. List \""
                    + most.table().name() + "\": " + refusal(most.table()));
        }
        List<Path> parts = new ArrayList<>();
        List<String> notTaken = new ArrayList<>();
        for (Candidate list : lists) {
            if (anyKnown ? list.isKnown() : list.equals(most)) {
                Path part = folder.resolve(names.next(list.table().name() + ".csv"));
                tables.write(list.table(), part, Integer.MAX_VALUE);
                parts.add(part);
            } else {
                notTaken.add(list.table().name());
            }
        }
        return new Parts(parts, notTaken, "They look like no customers, products or sales");
    }

    /** Of the tables of one list, the simplest that says most; with what the root says only if that says more, and no mapping knows the table. */
    private Candidate likeliest(List<JsonTable> choices) throws IOException {
        List<String> base = choices.get(0).base();
        Candidate best = null;
        for (JsonTable table : choices) {
            boolean withRoot = !table.base().equals(base);
            if (best == null || !withRoot || !best.isKnown()) {
                Candidate one = candidate(table);
                best = best == null ? one : best.better(one);
            }
        }
        return Objects.requireNonNull(best);
    }

    private Candidate candidate(JsonTable table) throws IOException {
        return ofSample(
                table,
                sample -> new Candidate(
                        table,
                        sniffer.kind(sample).isPresent(),
                        sniffer.guess(sample).map(GuessedHeader::things).orElse(0)));
    }

    private String refusal(JsonTable table) throws IOException {
        return ofSample(
                table,
                sample -> sniffer.refusal(sample).map(Throwable::getMessage).orElse(""));
    }

    private <T> T ofSample(JsonTable table, Function<Path, T> look) throws IOException {
        Path sample = Files.createTempFile(folder, "sample", ".csv");
        try {
            tables.write(table, sample, FIRST_ROWS);
            return look.apply(sample);
        } finally {
            Files.delete(sample);
        }
    }

    /**
     * A table that can be made.
     *
     * @param isKnown whether a mapping knows its header
     * @param things how many of the things that a row of sales tells it seems to have
     */
    private record Candidate(JsonTable table, boolean isKnown, int things) {

        /** Of equals, this one: the taxes of a line tell nothing that the line does not tell, and would repeat it. */
        Candidate better(Candidate other) {
            return other.things() > things ? other : this;
        }
    }
}
