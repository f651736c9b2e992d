package org.salesetl.web;

/**
 * A call of the API.
 *
 * @param method the HTTP method
 * @param path the path; a name in braces stands for a part of the path
 * @param name the name of the call, which is that of its route
 * @param operation what the call takes and answers
 */
public record ApiCall(String method, String path, String name, ApiOperation operation) {

    /** Whether this value is a part of the path. */
    public boolean isInPath(Input input) {
        return path.contains("{" + input.name() + "}");
    }

    /** Where the call takes this value: {@code path} or {@code query}. */
    public String place(Input input) {
        return isInPath(input) ? "path" : "query";
    }
}
