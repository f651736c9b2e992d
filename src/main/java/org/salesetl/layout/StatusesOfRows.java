package org.salesetl.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.text.Chunk;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Subject;

/**
 * Asks about no status that only stands in rows which are no sale by their form: the header once more has the name of the column there,
 * and a title or a total may reach over it.
 */
final class StatusesOfRows {

    private final RowReader reader;
    private final Set<String> asked;
    private final List<Integer> places;
    private final Set<String> seen = new HashSet<>();

    private StatusesOfRows(Layout layout, Set<String> nullWords) {
        this.reader = new RowReader(layout, nullWords);
        this.asked = layout.questions().stream()
                .map(Question::topic)
                .filter(topic -> topic.about() == Subject.STATUS)
                .map(Topic::detail)
                .collect(Collectors.toSet());
        this.places = IntStream.range(0, layout.header().size())
                .filter(place -> asked.stream()
                        .anyMatch(detail -> detail.startsWith(
                                HeaderCell.normalised(layout.header().get(place)) + "=")))
                .boxed()
                .toList();
    }

    /**
     * The layout without the questions that no row raises.
     *
     * @param nullWords cells that mean "no value"
     */
    static Layout asked(Path file, Layout layout, Set<String> nullWords) throws IOException {
        StatusesOfRows statuses = new StatusesOfRows(layout, nullWords);
        if (statuses.asked.isEmpty()) {
            return layout;
        }
        try (ChunkReader chunks = ChunkReader.open(file, layout)) {
            while (chunks.hasNext() && statuses.seen.size() < statuses.asked.size()) {
                statuses.look(chunks.next(), layout.header());
            }
        }
        return layout.asking(layout.questions().stream()
                .filter(question -> question.topic().about() != Subject.STATUS
                        || statuses.seen.contains(question.topic().detail()))
                .toList());
    }

    private void look(Chunk chunk, List<String> header) {
        for (Row row : reader.read(chunk)) {
            if (row.leftOut() == null) {
                places.stream()
                        .filter(place -> place < row.cells().size())
                        .map(place -> StatusSurvey.detail(
                                header.get(place), Text.strip(row.cells().get(place))))
                        .filter(asked::contains)
                        .forEach(seen::add);
            }
        }
    }
}
