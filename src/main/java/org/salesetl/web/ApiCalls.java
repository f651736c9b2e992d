package org.salesetl.web;

import java.util.List;

/** Something that answers calls of the API, and says which. */
public interface ApiCalls {

    /** The calls, in the order in which they are described. */
    List<ApiCall> calls();
}
