package org.salesetl.notation;

import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The currency that is written beside a number, or in a cell of its own. What is written is a word: {@code EUR}, {@code €} or
 * {@code Euro}. Several currencies share some words: which of these a file means, its other words or the warehouse may tell.
 */
public final class WrittenCurrency {

    private static final int LONGEST = 64;

    /**
     * What shops write for a currency besides its code, without points. The first currency counts if nothing tells more; where no
     * currency is more likely than the others, the word itself stands for it.
     */
    private static final Map<String, List<String>> SIGNS = Map.ofEntries(
            Map.entry("$", List.of("USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU")),
            Map.entry("€", List.of("EUR")),
            Map.entry("£", List.of("GBP", "EGP", "GIP")),
            Map.entry("¥", List.of("JPY", "CNY")),
            Map.entry("￥", List.of("JPY", "CNY")),
            Map.entry("₹", List.of("INR")),
            Map.entry("Rs", List.of("Rs", "INR", "PKR", "LKR", "NPR", "MUR")),
            Map.entry("kr", List.of("kr", "SEK", "NOK", "DKK", "ISK")),
            Map.entry("Kr", List.of("kr", "SEK", "NOK", "DKK", "ISK")),
            Map.entry("R$", List.of("BRL")),
            Map.entry("US$", List.of("USD")),
            Map.entry("U$", List.of("USD")),
            Map.entry("A$", List.of("AUD")),
            Map.entry("AU$", List.of("AUD")),
            Map.entry("C$", List.of("CAD")),
            Map.entry("CA$", List.of("CAD")),
            Map.entry("HK$", List.of("HKD")),
            Map.entry("MX$", List.of("MXN")),
            Map.entry("NT$", List.of("TWD")),
            Map.entry("NZ$", List.of("NZD")),
            Map.entry("S$", List.of("SGD")),
            Map.entry("zł", List.of("PLN")),
            Map.entry("Kč", List.of("CZK")),
            Map.entry("Ft", List.of("HUF")),
            Map.entry("lei", List.of("RON", "MDL")),
            Map.entry("Lei", List.of("RON", "MDL")),
            Map.entry("Fr", List.of("CHF")),
            Map.entry("SFr", List.of("CHF")),
            Map.entry("S/", List.of("PEN")),
            Map.entry("B/", List.of("PAB")),
            Map.entry("RM", List.of("MYR")),
            Map.entry("Rp", List.of("IDR")),
            Map.entry("TL", List.of("TRY")),
            Map.entry("₺", List.of("TRY")),
            Map.entry("руб", List.of("RUB", "BYN")),
            Map.entry("р", List.of("RUB", "BYN")),
            Map.entry("₽", List.of("RUB")),
            Map.entry("лв", List.of("BGN")),
            Map.entry("грн", List.of("UAH")),
            Map.entry("₴", List.of("UAH")),
            Map.entry("din", List.of("RSD")),
            Map.entry("₩", List.of("KRW")),
            Map.entry("₫", List.of("VND")),
            Map.entry("₪", List.of("ILS")),
            Map.entry("₱", List.of("PHP")),
            Map.entry("₦", List.of("NGN")),
            Map.entry("฿", List.of("THB")),
            Map.entry("บาท", List.of("THB")),
            Map.entry("円", List.of("JPY")),
            Map.entry("元", List.of("CNY")),
            Map.entry("원", List.of("KRW")),
            Map.entry("đ", List.of("VND")),
            Map.entry("R", List.of("ZAR")),
            Map.entry("KSh", List.of("KES")),
            Map.entry("Ksh", List.of("KES")),
            Map.entry("TSh", List.of("TZS")),
            Map.entry("USh", List.of("UGX")),
            Map.entry("Bs", List.of("BOB", "VES")),
            Map.entry("RD$", List.of("DOP")),
            Map.entry("KM", List.of("BAM")),
            Map.entry("тг", List.of("KZT")),
            Map.entry("ден", List.of("MKD")),
            Map.entry("Tk", List.of("BDT")),
            Map.entry("رس", List.of("SAR")),
            Map.entry("دإ", List.of("AED")),
            Map.entry("جم", List.of("EGP")),
            Map.entry("DH", List.of("MAD", "AED")),
            Map.entry("Dhs", List.of("AED")));

    private WrittenCurrency() {}

    /**
     * The word for a currency in a cell with a number, or in a cell of its own.
     *
     * @return a code of ISO 4217 in capitals, or the sign; null if the cell has no word for a currency
     */
    public static @Nullable String word(String cell) {
        if (cell.length() > LONGEST) {
            return null;
        }
        StringBuilder all = new StringBuilder();
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (Character.isLetter(c) || c == '/') {
                letters.append(c);
                all.append(c);
            } else if (Character.getType(c) == Character.CURRENCY_SYMBOL) {
                all.append(c);
            }
        }
        String code = letters.toString().toUpperCase(Locale.ROOT);
        if (WrittenNumber.CODES.contains(code)) {
            return code;
        }
        String written = all.toString();
        boolean sign = written.length() == 1 && Character.getType(written.charAt(0)) == Character.CURRENCY_SYMBOL;
        if (SIGNS.containsKey(written) || sign) {
            return written;
        }
        return cell.chars().anyMatch(Character::isDigit) ? null : Names.CODES.get(key(cell));
    }

    /** Whether this is a code of ISO 4217. */
    public static boolean isCode(String word) {
        return WrittenNumber.CODES.contains(word);
    }

    /**
     * The currency for which a word stands.
     *
     * @param word from {@link #word}
     * @param preferred codes of the currencies that are meant where several share the word, the likeliest first
     * @return a code of ISO 4217; or the word, if nothing tells its code
     */
    public static String code(String word, Collection<String> preferred) {
        List<String> sharing = SIGNS.get(word);
        return sharing == null
                ? word
                : preferred.stream().filter(sharing::contains).findFirst().orElse(sharing.get(0));
    }

    private static String key(String name) {
        return Accents.removedFrom(name).toLowerCase(Locale.ROOT).strip();
    }

    /** The names of currencies in the languages whose months are known too. Made only if a cell has such a word. */
    private static final class Names {

        private static final Map<String, String> CODES = new HashMap<>();

        static {
            for (String language : List.of("nl", "it", "pt", "es", "fr", "de", "en")) {
                for (Currency currency : Currency.getAvailableCurrencies()) {
                    CODES.put(
                            key(currency.getDisplayName(Locale.forLanguageTag(language))), currency.getCurrencyCode());
                }
            }
        }
    }
}
