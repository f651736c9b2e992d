package org.salesetl.mapping;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The words by which headers of many languages name our columns. A word is a hint and no proof. */
@Component
public class HeaderWords {

    private final Map<Column, List<String>> words = new EnumMap<>(Column.class);

    public HeaderWords() {
        try (InputStream yaml = new ClassPathResource("mappings/words.yaml").getInputStream()) {
            words.putAll(new YAMLMapper().readValue(yaml, new TypeReference<Map<Column, List<String>>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words for a column, without accents and in lower case; several words make one name. */
    public List<String> of(Column column) {
        return words.getOrDefault(column, List.of());
    }

    /** The columns for which there are words. */
    public Iterable<Column> columns() {
        return words.keySet();
    }
}
