package org.salesetl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.junit.jupiter.api.Test;

class ColumnNameTest {

    private static final JaroWinklerSimilarity SPELLING = new JaroWinklerSimilarity();

    @Test
    void knowsANameWithAMistake() {
        assertThat(similarity("quantitty", "quantity")).isGreaterThanOrEqualTo(ColumnName.BEGINS_WITH);
        assertThat(similarity("quartile", "quantity")).isZero();
    }

    /** The quick look at the letters must not turn away what is spelt alike. */
    @Property(tries = 5_000)
    void comparesWhatIsSpeltAlike(@ForAll("nearlyTheSame") Tuple2<String, String> names) {
        if (SPELLING.apply(names.get1(), names.get2()) >= 0.95) {
            assertThat(similarity(names.get1(), names.get2())).as("%s", names).isPositive();
            assertThat(similarity(names.get2(), names.get1())).as("%s", names).isPositive();
        }
    }

    /** Two names, one of which has another letter, one more or one less in two places. */
    @Provide
    Arbitrary<Tuple2<String, String>> nearlyTheSame() {
        Arbitrary<String> name =
                Arbitraries.strings().withCharRange('a', 'm').ofMinLength(6).ofMaxLength(24);
        Arbitrary<String> letter = Arbitraries.of("", "x", "y", "xy", "a", "b");
        Arbitrary<Integer> place = Arbitraries.integers().between(0, 23);
        return Combinators.combine(name, place, letter, place, letter)
                .as((one, first, atFirst, second, atSecond) ->
                        Tuple.of(one, changed(changed(one, first, atFirst), second, atSecond)))
                .filter(names -> Math.min(names.get1().length(), names.get2().length()) >= 6
                        && Math.abs(names.get1().length() - names.get2().length()) <= 2);
    }

    private static String changed(String name, int place, String letter) {
        int at = Math.min(place, name.length() - 1);
        return name.substring(0, at) + letter + name.substring(at + 1);
    }

    private static double similarity(String name, String known) {
        return ColumnName.of(name).similarity(ColumnName.of(known));
    }
}
