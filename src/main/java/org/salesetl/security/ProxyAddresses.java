package org.salesetl.security;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The addresses that {@code sales-etl.proxies} names: single ones, and IPv4 networks such as {@code 10.244.0.0/16}, in which the proxies of
 * a cluster change their addresses.
 */
final class ProxyAddresses {

    private static final Pattern NETWORK =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final int BITS = 8;
    private static final int PARTS = 4;

    private ProxyAddresses() {}

    /**
     * A regular expression for all of them.
     *
     * @throws IllegalArgumentException if a network is not one of 8, 16 or 24 bits
     */
    static String pattern(List<String> proxies) {
        return proxies.stream().map(ProxyAddresses::pattern).collect(Collectors.joining("|"));
    }

    private static String pattern(String proxy) {
        Matcher network = NETWORK.matcher(proxy);
        if (!network.matches()) {
            return Pattern.quote(proxy);
        }
        int bits = Integer.parseInt(network.group(PARTS + 1));
        if (bits % BITS != 0 || bits == 0 || bits >= PARTS * BITS) {
            throw new IllegalArgumentException(
                    "sales-etl.proxies: expected an address, or a network of 8, 16 or 24 bits such as 10.244.0.0/16, but found "
                            + proxy);
        }
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < PARTS; i++) {
            pattern.append(i == 0 ? "" : "\\.").append(i < bits / BITS ? network.group(i + 1) : "\\d{1,3}");
        }
        return pattern.toString();
    }
}
