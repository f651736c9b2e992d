package org.salesetl.mapping;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.regex.Pattern;

/** Says which texts need no quotes in YAML: only words that YAML cannot take for a number, a date or a mark of its own. */
final class PlainText extends StringQuotingChecker.Default {

    private static final long serialVersionUID = 1L;

    private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}\\p{N}_ ()./€$%&+-]*(?<! )");

    @Override
    public boolean needToQuoteValue(String value) {
        return !PLAIN.matcher(value).matches() || super.needToQuoteValue(value);
    }
}
