package org.salesetl;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Everything under {@code sales-etl.bucket.*}: a bucket of an object store with the protocol of S3, or a folder on a file system of Hadoop, whose
 * objects are fetched into the inbox. The credentials are not here: they come from where every client of AWS or of Hadoop finds them, for example
 * the environment.
 *
 * @param name the name of the bucket; nothing is fetched if neither it nor the folder is given
 * @param prefix what the keys of the wanted objects begin with, for example {@code exports/}
 * @param region the region of the bucket; needed for AWS
 * @param endpoint the address of an object store that is not that of AWS
 * @param folder the folder instead of a bucket, as Hadoop writes places, for example {@code hdfs://10.0.0.5/exports}
 * @param every how often the service looks into the bucket or the folder
 */
public record BucketSettings(
        @Nullable String name,
        @NotNull @DefaultValue("") String prefix,
        @Nullable String region,
        @Nullable URI endpoint,
        @Nullable String folder,
        @NotNull @DefaultValue("30s") Duration every) {

    private static final Pattern NAME = Pattern.compile("[\\w.-]{3,255}");

    /** In the address of a container of Azure, the container stands where others have a user. */
    private static final Pattern PLACE = Pattern.compile("[a-z][a-z\\d+.-]*://([^/:@]*@)?[^@]*");

    private static final Duration LEAST = Duration.ofSeconds(1);

    /** Stores outside of AWS take any region, but the client needs one. */
    private static final String ANY_REGION = "us-east-1";

    public BucketSettings {
        folder = StringUtils.hasText(folder) ? folder : null;
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
            require(folder == null, "folder", "none beside sales-etl.bucket.name", "one");
        }
        if (folder != null) {
            require(
                    PLACE.matcher(folder).matches(),
                    "folder",
                    "a place such as hdfs://10.0.0.5/exports, without a password,",
                    "another one");
            require(prefix.isEmpty(), "prefix", "none beside sales-etl.bucket.folder", prefix);
        }
        require(
                !isGiven(name, folder) || every.compareTo(LEAST) >= 0,
                "every",
                "at least 1 second, for example 30s,",
                every);
    }

    /** Whether objects are fetched. */
    public boolean isGiven() {
        return isGiven(name, folder);
    }

    /** The bucket or the folder for people and the log, such as {@code the bucket exports}. */
    public String words() {
        return folder == null ? "the bucket " + name : "the folder " + folder;
    }

    /** What tells the bucket or the folder from all others. */
    public String place() {
        return folder == null ? String.valueOf(name) : folder;
    }

    /** The region that the client signs its requests for. */
    public String regionOrAny() {
        return StringUtils.hasText(region) ? region : ANY_REGION;
    }

    private static boolean isGiven(@Nullable String name, @Nullable String folder) {
        return folder != null || StringUtils.hasText(name);
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
