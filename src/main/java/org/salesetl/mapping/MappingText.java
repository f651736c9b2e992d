package org.salesetl.mapping;

/**
 * A mapping, and the document as somebody wrote it, with comments.
 *
 * @param yaml the document; its lines end with a line feed
 */
public record MappingText(Mapping mapping, String yaml) {

    private static final int LONGEST = 1 << 16;

    /**
     * Reads a document. JSON is YAML too.
     *
     * @throws MappingException if the text is no mapping; the message says the line and the column
     */
    public static MappingText read(String yaml) {
        if (yaml.length() > LONGEST) {
            throw new MappingException("expected at most " + LONGEST + " characters but found " + yaml.length());
        }
        // forms of browsers send the line ends of Windows
        String lines = yaml.replace("\r\n", "\n");
        return new MappingText(MappingYaml.read(lines), lines);
    }

    /** The document of a mapping that nobody has written by hand. */
    public static MappingText of(Mapping mapping) {
        return new MappingText(mapping, MappingYaml.write(mapping));
    }

    /** The name of the mapping. */
    public String name() {
        return mapping.name();
    }

    /** The version of the mapping. Another comment is no other version. */
    public String version() {
        return mapping.version();
    }
}
