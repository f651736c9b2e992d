package org.salesetl.mapping;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words by which headers of many languages name things, without accents and in lower case. A word is a hint and no proof. */
@Named
public class HeaderWords {

    private final Words words;

    public HeaderWords() {
        YAMLMapper yaml = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        try (InputStream document = requireNonNull(HeaderWords.class.getResourceAsStream("/mappings/words.yaml"))) {
            this.words = yaml.readValue(document, Words.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words for a column; several words make one name. */
    public List<String> of(Column column) {
        return words.columns.getOrDefault(column, List.of());
    }

    /** The columns for which there are words. */
    public Iterable<Column> columns() {
        return words.columns.keySet();
    }

    /** Words which say that a column is something else. */
    public Misleading misleading() {
        return words.misleading;
    }

    /** Words for money of any kind. */
    public Set<String> money() {
        return words.money;
    }

    /** Short words for a discount, which mean something else where no numbers are. */
    public List<String> shortDiscounts() {
        return words.shortDiscounts;
    }

    /** Words for taxes. */
    public Set<String> tax() {
        return words.tax;
    }

    /** Words for money without tax. */
    public Set<String> net() {
        return words.net;
    }

    /** Words for the series in which a document has its number: the numbers of two series are the same. */
    public Set<String> series() {
        return words.series;
    }

    /** Parts of the names of columns that may say what became of each sale. */
    public Set<String> status() {
        return words.status;
    }

    /** Parts of the names of columns that may say what kind of document a row is. */
    public Set<String> kind() {
        return words.kind;
    }

    /** Words by which such a name says the kind of something else. */
    public Set<String> otherKind() {
        return words.otherKind;
    }

    /** Names, without blanks, of columns that say yes where a row is no sale. */
    public Set<String> flags() {
        return words.flags;
    }

    /** Whether a cell of such a column says yes, in a word or by a mark of one character. */
    public boolean isYes(String cell) {
        String plain = HeaderCell.normalised(cell);
        return words.yes.contains(plain) || (plain.length() == 1 && !words.no.contains(plain));
    }

    /** Whether a cell of such a column says no without doubt. */
    public boolean isNo(String cell) {
        return words.no.contains(HeaderCell.normalised(cell));
    }

    /**
     * Words which say that a column is something else, although another word would fit.
     *
     * @param otherDates than that of a sale
     * @param otherMoney than a price or an amount
     * @param discounts than a price or an amount, unless it has been taken off
     * @param afterDiscount words by which a discount is named only to say that it has been taken off
     * @param beforeTax words by which a tax is named only to say whether it is in the price
     * @param noId words that no id has
     * @param otherPrices words for a price that somebody else pays
     * @param noProduct words that no id of a product has
     * @param noName words that no name has
     */
    public record Misleading(
            Set<String> otherDates,
            Set<String> otherMoney,
            Set<String> discounts,
            Set<String> afterDiscount,
            Set<String> beforeTax,
            Set<String> noId,
            Set<String> otherPrices,
            Set<String> noProduct,
            Set<String> noName) {

        public Misleading {
            otherDates = Set.copyOf(otherDates);
            otherMoney = Set.copyOf(otherMoney);
            discounts = Set.copyOf(discounts);
            afterDiscount = Set.copyOf(afterDiscount);
            beforeTax = Set.copyOf(beforeTax);
            noId = Set.copyOf(noId);
            otherPrices = Set.copyOf(otherPrices);
            noProduct = Set.copyOf(noProduct);
            noName = Set.copyOf(noName);
        }
    }

    /** The document. */
    record Words(
            Map<Column, List<String>> columns,
            Misleading misleading,
            Set<String> money,
            List<String> shortDiscounts,
            Set<String> tax,
            Set<String> net,
            Set<String> series,
            Set<String> status,
            Set<String> kind,
            Set<String> otherKind,
            Set<String> flags,
            Set<String> yes,
            Set<String> no) {}
}
