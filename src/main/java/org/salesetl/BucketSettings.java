package org.salesetl;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Everything under {@code sales-etl.bucket.*}: a bucket of an object store with the protocol of S3, whose objects are fetched into the
 * inbox. The credentials are not here: they come from where every client of AWS finds them, for example the environment.
 *
 * @param name the name of the bucket; nothing is fetched if it is not given
 * @param prefix what the keys of the wanted objects begin with, for example {@code exports/}
 * @param region the region of the bucket; needed for AWS
 * @param endpoint the address of an object store that is not that of AWS
 * @param every how often the service looks into the bucket
 */
public record BucketSettings(
        @Nullable String name,
        @NotNull @DefaultValue("") String prefix,
        @Nullable String region,
        @Nullable URI endpoint,
        @NotNull @DefaultValue("30s") Duration every) {

    private static final Pattern NAME = Pattern.compile("[\\w.-]{3,255}");
    private static final Duration LEAST = Duration.ofSeconds(1);

    /** Stores outside of AWS take any region, but the client needs one. */
    private static final String ANY_REGION = "us-east-1";

    public BucketSettings {
        if (StringUtils.hasText(name)) {
            require(NAME.matcher(name).matches(), "name", "the name of a bucket", name);
            require(
                    endpoint != null || StringUtils.hasText(region),
                    "region",
                    "the region of the bucket, such as eu-central-1, or sales-etl.bucket.endpoint",
                    "none");
            require(
                    endpoint == null || isAddress(endpoint),
                    "endpoint",
                    "an address such as https://s3.example.org",
                    String.valueOf(endpoint));
            require(every.compareTo(LEAST) >= 0, "every", "at least 1 second, for example 30s,", every);
        }
    }

    /** Whether objects are fetched. */
    public boolean isGiven() {
        return StringUtils.hasText(name);
    }

    /** The region that the client signs its requests for. */
    public String regionOrAny() {
        return StringUtils.hasText(region) ? region : ANY_REGION;
    }

    private static boolean isAddress(URI endpoint) {
        return ("https".equals(endpoint.getScheme()) || "http".equals(endpoint.getScheme()))
                && endpoint.getHost() != null
                && endpoint.getUserInfo() == null
                && endpoint.getQuery() == null;
    }

    private static void require(boolean isFine, String key, String expected, Object found) {
        if (!isFine) {
            throw new IllegalArgumentException(
                    "sales-etl.bucket." + key + ": expected " + expected + " but found " + found);
        }
    }
}
