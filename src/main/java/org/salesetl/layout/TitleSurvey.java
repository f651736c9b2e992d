package org.salesetl.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Question.Evidence;
import org.salesetl.mapping.Standing;
import org.salesetl.mapping.StatusRule;
import org.salesetl.mapping.StatusWords;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Subject;

/** The titles between the rows of a file of sales. Below one such as "Refunds", the rows may be no sales, although they look alike. */
final class TitleSurvey {

    private static final int MOST_TITLES = 25;

    private final Layout layout;
    private final int leastCells;
    private final Map<String, Found> titles = new LinkedHashMap<>();
    private @Nullable Found latest;

    TitleSurvey(Layout layout) {
        this.layout = layout;
        this.leastCells = Math.min(3, layout.table().namedColumns());
    }

    /** Whether a file may have such titles. */
    static boolean isNeeded(Layout layout) {
        return layout.kind() == Kind.SALES && !layout.rejects();
    }

    /**
     * Looks at a record. Nearly all of them have several cells, and come below no title.
     *
     * @param filled how many cells of the record are filled, as far as they have been looked at
     */
    void look(byte[] bytes, int start, int end, int line, int filled) {
        Found title = latest;
        if (filled > 1 && title == null) {
            return;
        }
        List<String> cells = RejectsTable.cells(new String(bytes, start, end - start, UTF_8), layout.delimiter());
        String words = filled > 1 ? null : Title.of(cells);
        if (words != null) {
            latest = titles.size() < MOST_TITLES
                    ? titles.computeIfAbsent(words, absent -> new Found(line, words))
                    : titles.get(words);
        } else if (title != null && filled >= leastCells) {
            if (isHeader(cells)) {
                title.hasHeader = true;
            } else {
                title.hasRows = true;
                latest = null;
            }
        }
    }

    private boolean isHeader(List<String> cells) {
        List<String> header = layout.header();
        return cells.size() >= header.size()
                && DistinctNames.of(cells.subList(0, header.size())).stream()
                        .map(Text::strip)
                        .toList()
                        .equals(header.stream().map(Text::strip).toList());
    }

    /**
     * The layout with a question about each title below which rows may be no sales. Once there is one, the next table has to be asked
     * about too: nobody knows whether it goes on.
     */
    Layout asked(Layout surveyed, StatusWords words) {
        Layout asked = surveyed;
        boolean inDoubt = false;
        for (Found title : titles.values()) {
            Standing likely = words.ofTitle(title.words);
            boolean tells = likely == Standing.RETURN || likely == Standing.NEITHER;
            inDoubt |= tells && title.hasRows;
            if (inDoubt && title.hasRows && (tells || title.hasHeader) && !isKnown(surveyed, title)) {
                asked = asked.asking(question(title, tells ? likely : null));
            }
        }
        return asked;
    }

    private static boolean isKnown(Layout layout, Found title) {
        return layout.mapping().status().stream()
                .anyMatch(rule -> rule.isOfTitles() && rule.standing(title.words) != null);
    }

    private static Question question(Found title, @Nullable Standing likely) {
        String shown = Text.visible(title.words);
        return new Question(
                new Topic(Subject.STATUS, StatusSurvey.detail(StatusRule.TITLE, title.words)),
                "Are the rows sales that stand below the title \"" + shown + "\" in line " + title.line + "?",
                List.of(new Evidence(title.line, StatusRule.TITLE, shown)),
                StatusSurvey.choices("rows below \"" + shown + "\""),
                likely == null ? null : likely.label());
    }

    /** A title, and what comes below it. */
    private static final class Found {

        private final int line;
        private final String words;
        private boolean hasHeader;
        private boolean hasRows;

        Found(int line, String words) {
            this.line = line;
            this.words = words;
        }
    }
}
