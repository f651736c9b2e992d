package org.salesetl.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/** What a file is, by its first bytes and never by its name. */
public enum FileFormat {
    /** Delimited text, also compressed with gzip. */
    TEXT,

    /** An object of JSON in each line, also compressed with gzip. */
    JSON_LINES,

    /** A document of JSON: lists of objects, perhaps in an object. Also compressed with gzip. */
    JSON,

    /** A ZIP file. Workbooks of Excel and LibreOffice are ZIP files too. */
    ZIP,

    /** What old Office programs wrote. Workbooks with a password are such files too. */
    OLE2,

    /** A web page, or a part of one. Many shops export one under the name of a workbook. */
    HTML,

    /** The XML that Excel 2003 wrote. */
    SPREADSHEET_XML,

    ANCIENT_WORKBOOK("a workbook of Excel 4 or older", "Open it in a spreadsheet, save it as .xlsx and drop that."),
    COMPRESSED_OTHER("a compressed file (gzip) that holds no text", "Unpack it and drop what is in it."),
    PDF("a PDF"),
    IMAGE("an image", "Drop the numbers that it shows as CSV or Excel (.xlsx)."),
    RICH_TEXT("a document (RTF)"),
    WEB_ARCHIVE("a web archive (MHTML)", "Open it in Excel, save it as .xlsx or CSV and drop that."),
    XML("XML of a kind that is not known here"),
    ARCHIVE("an archive such as 7z, RAR or TAR", "Unpack it and drop what is in it, or a ZIP file of that."),
    BINARY("a file that holds no text");

    /** How many bytes are enough to tell. */
    public static final int HEAD_BYTES = 1 << 12;

    /** A tenth of the bytes of anything but text are control characters. */
    private static final int MOST_CONTROL_PERCENT = 5;

    private static final int HARMLESS_CONTROLS = 16;

    /** Where a TAR archive says what it is. */
    private static final int TAR_MARK = 257;

    private static final String GZIP = "\u001F\u008B";
    private static final List<String> ZIPS = List.of("PK\3\4", "PK\5\6", "PK00PK\3\4");
    private static final List<String> IMAGES =
            List.of("\u0089PNG\r\n", "\u00FF\u00D8\u00FF", "GIF87a", "GIF89a", "II*\0", "MM\0*");
    private static final List<String> ARCHIVES =
            List.of("7z\u00BC\u00AF", "Rar!\32\7", "BZh91AY&SY", "\u00FD7zXZ\0", "(\u00B5/\u00FD");
    private static final List<String> ANCIENT = List.of("\t\0\4\0", "\t\2\6\0", "\t\4\6\0", "\t\b\b\0", "\t\b\20\0");

    private static final Pattern WORKBOOK = Pattern.compile("<(\\w+:)?Workbook\\s");
    private static final String WORKBOOK_NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet";
    private static final Pattern PAGE = Pattern.compile(
            "<(!doctype\\s+html|(html|head|body|meta|title|style|script|link|table|thead|tbody|tr|div|center|font|form|p|h\\d)[\\s>/])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ELEMENT =
            Pattern.compile("<!doctype\\s|<[^,;\\t|\\r\\n]*>\\s*(\\R|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OBJECTS = Pattern.compile("\\{\\s*(\"[^\"\\r\\n]*\"\\s*:|\\})|\\[\\s*[\\[{]");

    /** The first line of the exports of MYOB, above the header. */
    private static final Pattern TITLE_OF_BRACES = Pattern.compile("\\{\\}[\\t,; ]*\\r?\\n\\s*[^{\\s]");

    private static final Pattern MESSAGE = Pattern.compile("(mime-version:|from: <saved by)", Pattern.CASE_INSENSITIVE);

    /** What the file is, with an article; empty if it can be read. */
    private final String words;

    private final String help;

    FileFormat() {
        this("", "");
    }

    FileFormat(String words) {
        this(words, "Export its table as CSV or Excel (.xlsx) and drop that.");
    }

    FileFormat(String words, String help) {
        this.words = words;
        this.help = help;
    }

    /**
     * Looks at the first bytes of a file, and at what a compressed file holds.
     *
     * @throws DropGoneException if there is no file
     */
    public static FileFormat of(Path file) throws IOException {
        byte[] head;
        try (InputStream stream = PlainFile.open(file)) {
            head = stream.readNBytes(HEAD_BYTES);
        }
        if (!latin(head).startsWith(GZIP)) {
            return of(head);
        }
        if (GzipLabel.of(file).isOfJsonLines()) {
            return JSON_LINES;
        }
        try (InputStream inside = DropStream.bytes(file)) {
            FileFormat format = of(inside.readNBytes(HEAD_BYTES));
            return format.isTable() || format == JSON ? format : COMPRESSED_OTHER;
        } catch (ZipException | EOFException e) {
            // the first who reads all of the text says that the file is damaged
            return TEXT;
        }
    }

    /** What the first bytes of a file tell, without a look into compressed text. */
    public static FileFormat of(byte[] head) throws IOException {
        String bytes = latin(head);
        if (startsWithAny(bytes, ZIPS)) {
            return ZIP;
        } else if (bytes.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return OLE2;
        } else if (bytes.startsWith("%PDF-")) {
            return PDF;
        } else if (bytes.startsWith("{\\rtf")) {
            return RICH_TEXT;
        } else if (startsWithAny(bytes, IMAGES)) {
            return IMAGE;
        } else if (startsWithAny(bytes, ARCHIVES)) {
            return ARCHIVE;
        } else if (startsWithAny(bytes, ANCIENT)) {
            return ANCIENT_WORKBOOK;
        }
        String text = text(head);
        if (isText(text)) {
            return ofText(Text.strip(text), head.length == HEAD_BYTES);
        }
        return bytes.startsWith("ustar", TAR_MARK) ? ARCHIVE : BINARY;
    }

    private static FileFormat ofText(String text, boolean isCut) {
        if (OBJECTS.matcher(text).lookingAt() && !TITLE_OF_BRACES.matcher(text).lookingAt()) {
            return JsonLines.beginWith(text, isCut) ? JSON_LINES : JSON;
        } else if (MESSAGE.matcher(text).lookingAt()) {
            return WEB_ARCHIVE;
        }
        String root = withoutProlog(text);
        if (WORKBOOK.matcher(root).lookingAt() && root.contains(WORKBOOK_NAMESPACE)) {
            return SPREADSHEET_XML;
        } else if (PAGE.matcher(root).lookingAt()) {
            return HTML;
        }
        return text.startsWith("<?xml") || ELEMENT.matcher(root).lookingAt() ? XML : TEXT;
    }

    /** The text from its first element on, without the comments and instructions before it. */
    private static String withoutProlog(String text) {
        String rest = text;
        while (rest.startsWith("<!--") || rest.startsWith("<?")) {
            String close = rest.startsWith("<?") ? "?>" : "-->";
            int end = rest.indexOf(close);
            if (end < 0) {
                return rest;
            }
            rest = Text.strip(rest.substring(end + close.length()));
        }
        return rest;
    }

    private static String text(byte[] head) throws IOException {
        Encoding encoding = EncodingSurvey.of(new ByteArrayInputStream(head));
        return new String(encoding.toUtf8(new ByteArrayInputStream(head)).readAllBytes(), UTF_8);
    }

    /** A text may hold damaged cells, but not in its first line, which has the names of the columns. */
    private static boolean isText(String head) {
        int end = head.indexOf('\n');
        int controls = controls(head);
        return controls(end < 0 ? head : head.substring(0, end)) == 0
                && (controls <= HARMLESS_CONTROLS || controls * 100 <= MOST_CONTROL_PERCENT * head.length());
    }

    private static int controls(String text) {
        int controls = 0;
        for (int i = 0; i < text.length(); i++) {
            controls += isControl(text.charAt(i)) ? 1 : 0;
        }
        return controls;
    }

    /** A form feed begins a page of a list, and U+001A is how DOS ends a file. */
    private static boolean isControl(char c) {
        return c < ' ' && "\t\n\r\f\u001A".indexOf(c) < 0;
    }

    /** The bytes as characters, one for one. */
    private static String latin(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static boolean startsWithAny(String bytes, List<String> beginnings) {
        return beginnings.stream().anyMatch(bytes::startsWith);
    }

    /** Whether the file is a table that is read as it is. */
    public boolean isTable() {
        return this == TEXT || this == JSON_LINES;
    }

    /** Whether the file holds sheets, tables or files, and has to be taken apart. */
    public boolean isContainer() {
        return switch (this) {
            case JSON, ZIP, OLE2, HTML, SPREADSHEET_XML -> true;
            case TEXT,
                    JSON_LINES,
                    ANCIENT_WORKBOOK,
                    COMPRESSED_OTHER,
                    PDF,
                    IMAGE,
                    RICH_TEXT,
                    WEB_ARCHIVE,
                    XML,
                    ARCHIVE,
                    BINARY -> false;
        };
    }

    /**
     * Makes sure that files of this format can be read.
     *
     * @throws RefusedFileException if they cannot
     */
    public void requireReadable() {
        if (!words.isEmpty()) {
            throw RefusedFileException.noTable(words, help);
        }
    }
}
