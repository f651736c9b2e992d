package org.salesetl.vocabulary;

/** What a user may do. Each role may also do what the roles before it may do. */
public enum Role implements Labelled {
    /** Reads pages, charts and exports. */
    VIEWER,
    /** Also loads files, answers questions, corrects and dismisses rows, and saves mappings. */
    OPERATOR,
    /** Also manages users, reloads the warehouse, deletes mappings, and looks into the console. */
    ADMIN;

    /** Whether this role may do everything that the other role may do. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
