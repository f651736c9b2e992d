package org.salesetl.web;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Leaves the rules out of a style sheet whose classes no page names. */
final class UsedRules {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][\\w-]*");
    private static final Pattern CLASS = Pattern.compile("\\.([A-Za-z][\\w-]*)");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    /** An element without a class that no page names is an element like all others. */
    private static final Pattern WITHOUT = Pattern.compile(":not\\([^)]*\\)");

    /** The commas between selectors: those that are not in parentheses. */
    private static final Pattern BETWEEN = Pattern.compile(",(?![^(]*\\))");

    private final Set<String> words;

    /** @param pages the text of all pages and scripts; every word in it may be the name of a class */
    UsedRules(CharSequence pages) {
        this.words = WORD.matcher(pages).results().map(MatchResult::group).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The used rules in their order, without comments but the first one, which is the licence.
     *
     * @param css a valid style sheet; strings in it have no braces
     */
    String of(String css) {
        String licence = COMMENT.matcher(css)
                .results()
                .findFirst()
                .map(MatchResult::group)
                .orElse("");
        return licence + "\n" + rules(COMMENT.matcher(css).replaceAll("")) + "\n";
    }

    private String rules(String css) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        int open = css.indexOf('{');
        while (open >= 0) {
            int end = end(css, open);
            kept.append(rule(css.substring(at, open).strip(), css.substring(open + 1, end - 1)));
            at = end;
            open = css.indexOf('{', at);
        }
        return kept.toString();
    }

    private String rule(String head, String body) {
        if (head.startsWith("@media") || head.startsWith("@supports")) {
            String inner = rules(body);
            return inner.isEmpty() ? "" : head + "{" + inner + "}";
        }
        String selectors = head.contains("@")
                ? head
                : Arrays.stream(BETWEEN.split(head)).filter(this::isUsed).collect(Collectors.joining(","));
        return selectors.isEmpty() ? "" : selectors + "{" + body + "}";
    }

    private boolean isUsed(String selector) {
        return CLASS.matcher(WITHOUT.matcher(selector).replaceAll(""))
                .results()
                .map(match -> match.group(1))
                .allMatch(words::contains);
    }

    /** The place behind the brace that closes this one. */
    private static int end(String css, int open) {
        int depth = 0;
        for (int at = open; at < css.length(); at++) {
            depth += switch (css.charAt(at)) {
                case '{' -> 1;
                case '}' -> -1;
                default -> 0;
            };
            if (depth == 0) {
                return at + 1;
            }
        }
        throw new IllegalArgumentException("Expected a brace that closes the one at " + open);
    }
}
