package org.salesetl.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.io.input.XmlStreamReader;
import org.salesetl.text.RefusedFileException;

/**
 * Goes through the XML of a workbook element by element. Nothing outside the file is read, no entity is expanded, and neither a
 * long piece of text nor deep nesting can take the memory.
 */
final class WorkbookXml {

    private static final int LONGEST_PIECE = 1 << 20;
    private static final int MOST_DEPTH = 256;
    private static final XMLInputFactory XML = factory();

    private final ShortPieces text;
    private final XMLStreamReader xml;
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens XML in whatever encoding it says. */
    WorkbookXml(InputStream stream) throws IOException, XMLStreamException {
        this.text =
                new ShortPieces(XmlStreamReader.builder().setInputStream(stream).get(), LONGEST_PIECE);
        this.xml = XML.createXMLStreamReader(text);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * Goes on to the next beginning or end of an element, or to the next text; false at the end of the file.
     *
     * @throws RefusedFileException if the XML is out of bounds
     */
    boolean next() throws XMLStreamException {
        if (xml.getEventType() == XMLStreamConstants.END_ELEMENT) {
            open.pop();
        }
        while (xml.hasNext()) {
            text.begin();
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Limits.requireAtMost(MOST_DEPTH, open.size() + 1, "elements of the workbook inside one another");
                    open.push(xml.getLocalName());
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    return true;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new RefusedFileException(
                            "Expected a workbook as spreadsheets write it but found definitions of"
                                    + " its own in it. Save its sheets as CSV and drop those.");
                default -> {
                    // comments and the like say nothing
                }
            }
        }
        return false;
    }

    boolean begins() {
        return xml.isStartElement();
    }

    boolean ends() {
        return xml.isEndElement();
    }

    /** The name of the element that begins or ends, without its prefix. */
    String name() {
        return xml.getLocalName();
    }

    /** Whether the element that begins or ends is right inside an element with this name. */
    boolean isIn(String parent) {
        return open.size() > 1
                && open.stream().skip(1).findFirst().filter(parent::equals).isPresent();
    }

    /** An attribute of the element that begins, whatever its prefix; empty if it has none. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Objects.toString(xml.getAttributeValue(i), "").strip();
            }
        }
        return "";
    }

    /** The number in an attribute; if it has none, the other one. A number that is no number is too large for any bound. */
    int number(String name, int otherwise) {
        String digits = attribute(name);
        if (digits.isEmpty()) {
            return otherwise;
        }
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    }

    /** The text between elements. */
    String text() {
        return xml.getText();
    }
}
