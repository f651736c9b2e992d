package org.salesetl.api;

import org.salesetl.web.ApiCall;

/** Groups calls by what they are about. */
final class ApiGroup {

    private ApiGroup() {}

    /** What a call is about: the first part of its path after {@code /api}, without the ending of a file, as in {@code quarantine}. */
    static String of(ApiCall call) {
        return call.path()
                .replaceFirst("^/(api/)?", "")
                .replaceFirst("[/.].*", "")
                .replaceFirst("^mapping$", "mappings");
    }
}
