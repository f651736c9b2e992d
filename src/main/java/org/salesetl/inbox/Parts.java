package org.salesetl.inbox;

import java.nio.file.Path;
import java.util.List;

/**
 * What came out of a file that was taken apart.
 *
 * @param files the files that came out
 * @param notTaken the names of the entries or sheets that stayed in it
 * @param why why these stayed in it, and what to do
 */
record Parts(List<Path> files, List<String> notTaken, String why) {}
