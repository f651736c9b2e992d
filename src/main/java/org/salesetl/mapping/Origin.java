package org.salesetl.mapping;

import org.salesetl.vocabulary.Labelled;

/** Where a mapping comes from. Of mappings with the same name, the one that comes first here stands in for the others. */
public enum Origin implements Labelled {
    /** Somebody has saved it on the page or by the API. */
    DATABASE,
    /** It is a file in the folder {@code sales-etl.mappings}. */
    FOLDER,
    /** It is part of the service. */
    BUILT_IN
}
