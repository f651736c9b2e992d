package org.salesetl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What a test wants to know of a judgement. */
public final class Judged {

    private Judged() {}

    /** What an accepted row holds. */
    public static <T> T value(Judgement<T> judgement) {
        return accepted(judgement).value();
    }

    /** Whether an accepted row was repaired. */
    public static boolean repaired(Judgement<?> judgement) {
        return accepted(judgement).repaired();
    }

    /** The reasons of a rejected row in their order; none if it was accepted. */
    public static List<Reason> reasons(Judgement<?> judgement) {
        return judgement instanceof Judgement.Rejected<?> rejected
                ? rejected.faults().stream().map(Fault::reason).toList()
                : List.of();
    }

    /** The messages of a rejected row, in the order of its reasons. */
    public static List<String> messages(Judgement<?> judgement) {
        return judgement instanceof Judgement.Rejected<?> rejected
                ? rejected.faults().stream().map(Fault::message).toList()
                : List.of();
    }

    private static <T> Judgement.Accepted<T> accepted(Judgement<T> judgement) {
        assertThat(judgement).isInstanceOf(Judgement.Accepted.class);
        return (Judgement.Accepted<T>) judgement;
    }
}
