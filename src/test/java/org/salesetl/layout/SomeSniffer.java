package org.salesetl.layout;

import java.time.Clock;
import org.salesetl.SalesEtlProperties;
import org.salesetl.mapping.ColumnNames;
import org.salesetl.mapping.HeaderWords;
import org.salesetl.mapping.Mappings;
import org.salesetl.mapping.SomeMappings;
import org.salesetl.mapping.StatusWords;

/** What recognises files, made without the service. */
public final class SomeSniffer {

    private SomeSniffer() {}

    public static HeaderSniffer with(SalesEtlProperties properties) {
        Mappings mappings = SomeMappings.of(properties);
        HeaderWords words = new HeaderWords();
        Recognition recognition = new Recognition(
                mappings, new ColumnNames(mappings), new SaleWords(words), properties.readingSettings());
        ColumnGuesses guesses = new ColumnGuesses(mappings, words);
        return new HeaderSniffer(
                recognition,
                new UnknownHeader(recognition, mappings, guesses),
                new AskedHeader(recognition, guesses, new SimilarMappings(mappings)));
    }

    /** What surveys files, made without the service. */
    public static FileSurvey survey(SalesEtlProperties properties) {
        return new FileSurvey(
                with(properties),
                new Settlement(properties.readingSettings()),
                SomeMappings.of(properties),
                new StatusWords(),
                new HeaderWords(),
                Clock.systemUTC(),
                properties.readingSettings());
    }
}
