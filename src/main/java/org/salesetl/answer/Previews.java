package org.salesetl.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesetl.archive.Archive;
import org.salesetl.inbox.CheckFolder;
import org.salesetl.inbox.Drop;
import org.salesetl.inbox.Drops;
import org.salesetl.layout.Answers;
import org.salesetl.mapping.Mapping;
import org.salesetl.question.Effect;
import org.salesetl.question.Questions;
import org.salesetl.text.RefusedFileException;
import org.salesetl.web.NotFoundException;
import org.springframework.stereotype.Component;

/** Shows what answers would make of a file before they are given. */
@Component
public class Previews {

    private final Archive archive;
    private final CheckFolder checks;
    private final Drops drops;
    private final Questions questions;

    Previews(Archive archive, CheckFolder checks, Drops drops, Questions questions) {
        this.archive = archive;
        this.checks = checks;
        this.drops = drops;
        this.questions = questions;
    }

    /**
     * What the answers would make of the file of these questions. A question without an answer counts as answered with what is
     * suggested.
     *
     * @param asked all open questions of the file
     * @return null if the file has gone, or cannot be read with these answers
     */
    public @Nullable Effect effect(List<StoredQuestion> asked, AnswerRequest request) throws IOException {
        Optional<Path> file = file(asked.get(0));
        return file.isEmpty() ? null : questions.effect(drops.identify(file.get()), answers(asked, request.answers()));
    }

    /**
     * The mapping of files with these columns, as somebody has said it.
     *
     * @param given the answers, by the numbers of the questions
     * @throws NotFoundException if the file has gone
     */
    Mapping mapping(List<StoredQuestion> asked, Map<Integer, String> given) throws IOException {
        Path file = file(asked.get(0))
                .orElseThrow(
                        () -> new NotFoundException("The file " + asked.get(0).name() + " has gone"));
        return drops.layout(drops.identify(file), null, answers(asked, given)).mapping();
    }

    /** What a mapping would make of the last file that the mapping of its name has read. */
    void show(MappingPreview preview) throws IOException {
        String archivedAs = preview.archivedAs();
        if (archivedAs == null) {
            preview.fails("This mapping has read no file yet, so there is nothing to show.");
            return;
        }
        Path file = archive.resolve(archivedAs);
        if (!Files.exists(file)) {
            preview.fails("The file " + preview.file() + " is no longer in the archive.");
            return;
        }
        try {
            preview.shows(questions.effect(Drop.unread(file), preview.mapping(), preview.answers()));
        } catch (RefusedFileException e) {
            preview.fails(String.valueOf(e.getMessage()));
        }
    }

    private static Answers answers(List<StoredQuestion> asked, Map<Integer, String> given) {
        Answers answers = Answers.NONE;
        for (StoredQuestion question : asked) {
            String own = given.get(question.id());
            String answer = own == null || !question.accepts(own) ? question.suggested() : own;
            answers = answer == null ? answers : answers.and(question.topic(), answer);
        }
        return answers;
    }

    private Optional<Path> file(StoredQuestion question) {
        return question.archivedAs() == null
                ? checks.find(question.name())
                : Optional.of(archive.resolve(question.archivedAs())).filter(Files::exists);
    }
}
