package org.salesetl.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.salesetl.SalesEtlApplication;
import org.salesetl.metric.MetricResult;
import org.salesetl.web.NumberStyle;

/**
 * A chart before it is drawn.
 *
 * @param tag a strong entity tag in quotes. Charts with the same rows, size, language and release of this service have the same tag, and
 *     all other charts have another tag.
 */
record Chart(MetricResult result, ChartSize size, String tag) {

    /** Part of the tag, because another release may draw the same rows in another way. */
    private static final String RELEASE =
            String.valueOf(SalesEtlApplication.class.getPackage().getImplementationVersion());

    static Chart of(MetricResult result, ChartSize size, NumberStyle numbers) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        update(digest, RELEASE);
        update(digest, numbers.locale());
        update(digest, String.valueOf(numbers.currencyCode()));
        update(digest, size);
        update(digest, result.by());
        update(digest, result.metric().slug());
        update(digest, String.valueOf(result.chosen()));
        update(digest, String.valueOf(result.cost()));
        update(digest, new TreeMap<>(result.partial()));
        update(digest, String.valueOf(result.until()));
        update(digest, String.valueOf(result.before()));
        update(digest, new TreeSet<>(result.highlighted()));
        for (List<Object> row : result.rows()) {
            row.forEach(cell -> update(digest, cell));
        }
        return new Chart(
                result, size, '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest()) + '"');
    }

    /** Adds a value with its length, so that different lists of values never have the same bytes. */
    private static void update(MessageDigest digest, Object value) {
        byte[] text = value.toString().getBytes(UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
        digest.update(text);
    }
}
