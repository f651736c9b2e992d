package org.salesetl.faults;

/** The folders that get a disk of their own in a campaign. */
enum Place {
    INBOX("inbox", 1),
    ARCHIVE("archive", 2),
    /** The work files of the first instance, among others. */
    DATA("data", 1),
    /** Program and data. */
    DATABASE("database", 8);

    private final String folder;
    private final long size;

    Place(String folder, long gigabytes) {
        this.folder = folder;
        this.size = gigabytes << 30;
    }

    /** The folder below the home of a campaign. */
    String folder() {
        return folder;
    }

    /** The size of the disk in bytes. Memory is used only for what is on the disk. */
    long size() {
        return size;
    }
}
