package org.salesetl.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No template has words of its own: all come from the message files or from the data. */
class WordsOfTemplatesTest {

    private static final Set<String> READ_ALOUD = Set.of("aria-label", "title", "placeholder", "alt", "label");

    /** Names, which are the same in every language. */
    private static final Pattern NAMES =
            Pattern.compile("\\b(Sales ETL( Dashboard)?|Hawtio|CSV|JSON|Excel|PNG|SVG)\\b");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");

    /** What Thymeleaf writes into a text. */
    private static final Pattern INLINED = Pattern.compile("\\[\\[.*?]]", Pattern.DOTALL);

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    /** What tells a sentence from a key, a class or a path. */
    private static final Pattern SENTENCE = Pattern.compile("(^| )\\p{L}{2,} \\p{L}{2,}( |$)|^\\p{Lu}\\p{Ll}{2}");

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(MessageFiles.RESOURCES.resolve("templates"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void hasNoWordsOfItsOwn(Path template) throws IOException {
        assertThat(words(Files.readString(template))).isEmpty();
    }

    private static List<String> words(String template) {
        Document page = Jsoup.parse(template, Parser.xmlParser());
        List<String> words = new ArrayList<>();
        for (Element element : page.getAllElements()) {
            boolean replaced = element.hasAttr("th:text") || element.hasAttr("th:replace");
            if (!replaced && !element.normalName().equals("style")) {
                element.textNodes().stream()
                        .map(TextNode::getWholeText)
                        .filter(WordsOfTemplatesTest::hasWords)
                        .map(String::strip)
                        .forEach(words::add);
            }
            for (Attribute attribute : element.attributes()) {
                boolean aloud = READ_ALOUD.contains(attribute.getKey());
                boolean expression = attribute.getKey().startsWith("th:");
                if ((aloud && hasWords(attribute.getValue()))
                        || (expression
                                && QUOTED.matcher(attribute.getValue())
                                        .results()
                                        .anyMatch(text -> SENTENCE.matcher(NAMES.matcher(text.group(1))
                                                        .replaceAll(""))
                                                .find()))) {
                    words.add(attribute.toString());
                }
            }
        }
        return words;
    }

    private static boolean hasWords(String text) {
        String own = NAMES.matcher(INLINED.matcher(text).replaceAll("")).replaceAll("");
        return WORD.matcher(own).find();
    }
}
