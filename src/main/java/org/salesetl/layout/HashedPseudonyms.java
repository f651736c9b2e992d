package org.salesetl.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/** Recognises forgotten customers by keyed hashes of their ids. Serves one thread. */
public final class HashedPseudonyms implements Pseudonyms {

    /** How all pseudonyms begin. */
    public static final String PREFIX = "forgotten-";

    private static final int DIGITS = 12;

    private final String salt;
    private final Map<String, String> pseudonyms;
    private transient @Nullable HmacUtils hashes;

    /**
     * @param salt the key of the hashes
     * @param hashes those of the ids of the forgotten customers
     */
    public HashedPseudonyms(String salt, Collection<String> hashes) {
        this.salt = salt;
        this.pseudonyms = hashes.stream().collect(Collectors.toMap(Function.identity(), HashedPseudonyms::ofHash));
    }

    @Override
    public @Nullable String of(String customerId) {
        if (pseudonyms.isEmpty()) {
            return null;
        }
        if (customerId.startsWith(PREFIX) && pseudonyms.containsValue(customerId)) {
            return customerId;
        }
        if (hashes == null) {
            hashes = keyed(salt);
        }
        return pseudonyms.get(hashes.hmacHex(customerId));
    }

    /** The hash of an id. */
    public static String hash(String salt, String customerId) {
        return keyed(salt).hmacHex(customerId);
    }

    /** The pseudonym of the customer whose id has this hash. */
    public static String ofHash(String hash) {
        return PREFIX + hash.substring(0, DIGITS);
    }

    private static HmacUtils keyed(String salt) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, salt.getBytes(UTF_8));
    }
}
