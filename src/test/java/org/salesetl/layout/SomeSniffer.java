package org.salesetl.layout;

import org.salesetl.SalesEtlProperties;
import org.salesetl.mapping.ColumnNames;
import org.salesetl.mapping.Mappings;
import org.salesetl.mapping.SomeMappings;

/** What recognises files, made without the service. */
public final class SomeSniffer {

    private SomeSniffer() {}

    public static HeaderSniffer with(SalesEtlProperties properties) {
        Mappings mappings = SomeMappings.of(properties);
        Recognition recognition = new Recognition(mappings, new ColumnNames(mappings), properties);
        return new HeaderSniffer(recognition, new UnknownHeader(recognition, mappings, new ColumnGuesses(mappings)));
    }
}
