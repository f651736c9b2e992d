package org.salesetl.question;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.WarehouseCurrency;
import org.salesetl.inbox.Drop;
import org.salesetl.inbox.Drops;
import org.salesetl.layout.Answers;
import org.salesetl.layout.Layout;
import org.salesetl.layout.Question;
import org.salesetl.mapping.Mapping;
import org.salesetl.text.RefusedFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds out what each answer to the questions of a file would make of the file. */
@Component
public class Questions {

    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    private final Drops drops;
    private final DryRun dryRun;
    private final WarehouseCurrency currency;

    Questions(Drops drops, DryRun dryRun, WarehouseCurrency currency) {
        this.drops = drops;
        this.dryRun = dryRun;
        this.currency = currency;
    }

    /**
     * The open questions of a file, each choice with its effect. While one choice is weighed, the other questions count as answered
     * with what is suggested.
     *
     * @param drop the file
     * @param layout how to read it, as far as that is known; its questions are the open ones
     * @param answers what has been answered
     */
    public List<OpenQuestion> of(Drop drop, Layout layout, Answers answers) {
        Answers assumed = assumed(layout, answers);
        List<OpenQuestion> open = new ArrayList<>();
        for (Question question : layout.questions()) {
            List<@Nullable Effect> effects = new ArrayList<>();
            for (Question.Choice choice : question.choices()) {
                effects.add(effect(drop, assumed.and(question.topic(), choice.answer())));
            }
            open.add(new OpenQuestion(layout.headerHash(), question, effects));
        }
        return open;
    }

    /** The answers, and what is suggested where a question is open. */
    private static Answers assumed(Layout layout, Answers answers) {
        Answers assumed = answers;
        for (Question question : layout.questions()) {
            String answer = question.assumed().orElse(null);
            assumed = answer == null ? assumed : assumed.and(question.topic(), answer);
        }
        return assumed;
    }

    /**
     * What a mapping would make of a file. Questions that would be open count as answered with what is suggested; sales that wait for a
     * rate have no revenue.
     *
     * @throws RefusedFileException if the mapping does not fit the file
     */
    public Effect effect(Drop drop, Mapping mapping, Answers answers) throws IOException {
        Layout layout = drops.layout(drop, mapping, answers);
        Layout read = layout.isUndecided() ? drops.layout(drop, mapping, assumed(layout, answers)) : layout;
        return dryRun.of(drop, drops.inWarehouse(read, currency.code()));
    }

    /** What these answers would make of a file; sales that wait for a rate have no revenue. Null if the file cannot be read in this way. */
    public @Nullable Effect effect(Drop drop, Answers answers) {
        try {
            return dryRun.of(drop, drops.inWarehouse(drops.layout(drop, null, answers), currency.code()));
        } catch (IOException | RefusedFileException e) {
            LOG.warn("What an answer would make of {} is not known: {}", drop.shownName(), e.getMessage());
            return null;
        }
    }
}
