package org.salesetl.layout;

import org.salesetl.SalesEtlProperties;
import org.salesetl.mapping.ColumnNames;
import org.salesetl.mapping.HeaderWords;
import org.salesetl.mapping.Mappings;
import org.salesetl.mapping.SomeMappings;

/** What recognises files, made without the service. */
public final class SomeSniffer {

    private SomeSniffer() {}

    public static HeaderSniffer with(SalesEtlProperties properties) {
        Mappings mappings = SomeMappings.of(properties);
        HeaderWords words = new HeaderWords();
        Recognition recognition =
                new Recognition(mappings, new ColumnNames(mappings), new SaleWords(words), properties);
        return new HeaderSniffer(
                recognition, new UnknownHeader(recognition, mappings, new ColumnGuesses(mappings, words)));
    }
}
