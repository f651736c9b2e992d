package org.salesetl.web;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.salesetl.SalesEtlProperties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The words that readers see, from the message file of the language of the installation. Templates read the same files by themselves. */
@Component
public class Words {

    private static final String FILES = "messages";

    private final MessageSource messages;
    private final Locale locale;

    @Autowired
    Words(MessageSource messages, SalesEtlProperties properties) {
        this.messages = messages;
        this.locale = properties.locale();
    }

    private Words(Locale locale) {
        ResourceBundleMessageSource files = new ResourceBundleMessageSource();
        files.setBasename(FILES);
        files.setDefaultEncoding("UTF-8");
        files.setFallbackToSystemLocale(false);
        files.setAlwaysUseMessageFormat(true);
        this.messages = files;
        this.locale = locale;
    }

    /** The words in this language; English if there is no message file for the language. */
    public static Words in(Locale locale) {
        return new Words(locale);
    }

    /** The language and country. */
    public Locale locale() {
        return locale;
    }

    /** All English sentences. */
    static ResourceBundle bundle() {
        return ResourceBundle.getBundle(FILES, Locale.ROOT);
    }

    /** The sentences that scripts write, by their keys; where values belong, there are their numbers, as in {@code {0}}. */
    Map<String, String> ofScripts() {
        return bundle().keySet().stream()
                .filter(key -> key.startsWith("script."))
                .collect(Collectors.toMap(key -> key, key -> say(key)));
    }

    /** Whether the message files have a sentence with this key. */
    public boolean has(String key) {
        return bundle().containsKey(key);
    }

    /**
     * A sentence.
     *
     * @param key the key in the message files
     * @param values what the sentence is about; numbers are written as people write them in the configured country
     * @throws org.springframework.context.NoSuchMessageException if no message file has the key
     */
    public String say(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
