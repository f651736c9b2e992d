package org.salesetl.mapping;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.notation.Accents;

/** What statuses mean in many languages. Values match as header cells do. */
@Named
public class StatusWords {

    private static final String SALE = "sale";
    private static final String NEITHER = "neither";
    private static final String PERHAPS_NEITHER = "perhaps_neither";
    private static final String PERHAPS_RETURN = "perhaps_return";
    private static final String CAME_BACK = "came_back";
    private static final String RETURN_CODE = "return_code";
    private static final String UNPAID = "unpaid";
    private static final String INVOICE = "invoice";
    private static final String NOT = "not";
    private static final String ITEM = "item";
    private static final String CHARGE = "charge";
    private static final String REDUCTION = "reduction";

    private final Map<String, Set<String>> words;

    public StatusWords() {
        try (InputStream yaml = requireNonNull(StatusWords.class.getResourceAsStream("/mappings/statuses.yaml"))) {
            Map<String, List<String>> lists =
                    new YAMLMapper().readValue(yaml, new TypeReference<Map<String, List<String>>>() {});
            this.words = lists.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> entry.getValue().stream()
                                    .map(HeaderCell::normalised)
                                    .collect(Collectors.toCollection(HashSet::new))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a status means without doubt: a sale or neither; null if somebody has to say. */
    public @Nullable Standing standing(String status) {
        if (is(status, SALE)) {
            return Standing.SALE;
        }
        return is(status, NEITHER) || hasWordOf(status) ? Standing.NEITHER : null;
    }

    /** What a status probably means; null if its words tell nothing. */
    public @Nullable Standing likely(String status) {
        if (is(status, PERHAPS_RETURN)) {
            return Standing.RETURN;
        }
        if (is(status, PERHAPS_NEITHER) || is(status, UNPAID) || is(status, CAME_BACK)) {
            return Standing.NEITHER;
        }
        Standing standing = standing(status);
        return standing == null && hasPhraseOf(status, PERHAPS_RETURN) ? Standing.RETURN : standing;
    }

    /**
     * What the kind of a row or document probably means; null if its words tell nothing. An order that came back is none, but a row that
     * says so takes back another one. A row for a tax or a tip sells nothing.
     */
    public @Nullable Standing ofKind(String kind) {
        if (is(kind, ITEM)) {
            return Standing.SALE;
        }
        if (is(kind, CAME_BACK) || is(kind, REDUCTION) || is(kind, RETURN_CODE)) {
            return Standing.RETURN;
        }
        return is(kind, CHARGE) ? Standing.NEITHER : likely(kind);
    }

    /** Whether a word of a status that nobody knows is one of a sale, as in "completed online", and none says that it is not. */
    public boolean hasWordOfSale(String status) {
        return likely(status) == null
                && hasPhraseOf(status, SALE)
                && !hasPhraseOf(status, PERHAPS_NEITHER)
                && !hasPhraseOf(status, CAME_BACK)
                && !hasPhraseOf(status, NOT);
    }

    /** Whether a status says that something has not been paid yet. */
    public boolean isUnpaid(String status) {
        return is(status, UNPAID);
    }

    /** Whether the kind of a row says that the row is no goods, but a charge such as that of the shipping. */
    public boolean isCharge(String kind) {
        return is(kind, CHARGE);
    }

    /** Whether the name of a column has a word for an invoice. */
    public boolean namesInvoice(String column) {
        String name = HeaderCell.normalised(column);
        return words.getOrDefault(INVOICE, Set.of()).stream().anyMatch(name::contains);
    }

    /** What the title above some rows probably says of them, by all of its words or by one of them; null if they tell nothing. */
    public @Nullable Standing ofTitle(String title) {
        return Stream.concat(Stream.of(title), Arrays.stream(title.split(" ")))
                .map(this::likely)
                .filter(likely -> likely == Standing.RETURN || likely == Standing.NEITHER)
                .findFirst()
                .orElse(null);
    }

    private boolean is(String status, String list) {
        return words.getOrDefault(list, Set.of()).contains(HeaderCell.normalised(status));
    }

    /** Whether some of its words are one of the list, as in "product credit note". */
    private boolean hasPhraseOf(String status, String list) {
        List<String> parts = Arrays.asList(
                Accents.removedFrom(status).toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
        Set<String> phrases = words.getOrDefault(list, Set.of());
        return IntStream.range(0, parts.size())
                .anyMatch(from -> IntStream.rangeClosed(from + 1, parts.size())
                        .anyMatch(to -> phrases.contains(String.join("", parts.subList(from, to)))));
    }

    /** Whether one of several words says that there is no sale, as in "cancelled by buyer". */
    private boolean hasWordOf(String status) {
        Set<String> neither = words.getOrDefault(NEITHER, Set.of());
        return Arrays.stream(
                        Accents.removedFrom(status).toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .anyMatch(neither::contains);
    }
}
