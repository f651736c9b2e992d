package org.salesetl.layout;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesetl.notation.DateOrder;
import org.salesetl.text.Encoding;
import org.salesetl.vocabulary.Kind;

/**
 * What the operator has said of the files before any file came.
 *
 * @param acceptsReturns whether sales with a negative quantity load
 * @param nullWords cells that mean "no value", compared exactly
 * @param encodings the encoding of every file of a kind, for kinds whose encoding is not to be found out
 * @param dateOrder what comes first in the dates of a file whose cells do not tell; null if somebody is to be asked
 */
public record ReadingSettings(
        boolean acceptsReturns,
        Set<String> nullWords,
        Map<Kind, Encoding> encodings,
        @Nullable DateOrder dateOrder) {

    public ReadingSettings {
        nullWords = Set.copyOf(nullWords);
        encodings = Map.copyOf(encodings);
    }
}
