package org.salesetl.split;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;

/** Reads objects of the rules and of Java's own values, and refuses all others. */
final class OurObjects {

    private static final ObjectInputFilter FILTER = ObjectInputFilter.Config.createFilter(
            "org.salesetl.**;java.lang.*;java.math.*;java.net.URI;java.time.*;java.util.*;java.util.regex.Pattern;!*");

    private OurObjects() {}

    static ObjectInputStream reading(InputStream source) throws IOException {
        ObjectInputStream in = new ObjectInputStream(source);
        in.setObjectInputFilter(FILTER);
        return in;
    }
}
