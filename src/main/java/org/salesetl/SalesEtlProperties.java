package org.salesetl;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.ReadingSettings;
import org.salesetl.notation.DateOrder;
import org.salesetl.text.Encoding;
import org.salesetl.vocabulary.Engine;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Everything under {@code sales-etl.*}.
 *
 * @param inbox the drop folder
 * @param archive the folder for loaded, refused and repeated files
 * @param data the embedded server's files, the generated passwords and other work files
 * @param watch how often the service looks at the inbox; zero turns the watch off
 * @param settle how long a file must have been left unchanged before it is taken
 * @param fileTimeLimit how long a run works on one file before it gives the file up; the time that it waits for a database that
 *     is away does not count
 * @param stuckAfter how long a run may read nothing, and begin and end no file, before it counts as stuck
 * @param queryTimeLimit how long the database works on a statement that a page or a program waits for
 * @param leastRoom a disk of the inbox, the archive or the data counts as full if it has less room left than this
 * @param exports how many exports may be sent to their readers at once
 * @param schedule Quartz cron expression of the scheduled run; empty turns it off
 * @param zone time zone of the schedule and of "today"; the machine's zone if it is not given
 * @param locale the language of the pages, English if there is no message file for it, and how numbers and dates are written on pages
 *     and charts, for example {@code de-DE}
 * @param currency the ISO 4217 code of the currency of the warehouse, for example {@code EUR}, into which sales in other currencies
 *     are converted; if it is not given, that of the first file that names one
 * @param returns what happens to sales with a negative quantity
 * @param nullWords cells that mean "no value", compared exactly
 * @param encodings the encoding of every file of a kind, for kinds whose encoding the service should not find out itself
 * @param dateOrder what comes first in the dates of a file whose cells do not tell, if nobody should be asked; {@code day_first}
 *     or {@code month_first}
 * @param aliases more names for columns, for example {@code sales-etl.aliases.order_date=Datum}
 * @param mappings the folder with mappings of the user, one YAML document a file; no {@link Path}, since Spring would look for
 *     the folder among the resources of the service first
 * @param adminPassword password of the user {@code admin}; generated and kept in the data folder if it is not given
 * @param unpack bounds for files that hold other files
 * @param hosts the names under which the service is reached, besides those of the loopback address; without ports
 * @param proxies the addresses of the proxies whose {@code X-Forwarded-*} headers the service believes
 * @param reading who may read; if it is not given: everybody while the service listens on the loopback address only and has neither a
 *     proxy nor the name of a host, else only users who have signed in
 * @param maskPersonalData whether e-mail addresses, and what records as they were dropped say of persons, are hidden from viewers and
 *     from readers who have not signed in
 * @param insecure whether the service may listen on other addresses than the loopback address without TLS
 * @param openId the provider of OpenID Connect where people may sign in
 * @param metricsToken the bearer token that gives access to {@code /actuator/prometheus}; only a sign-in does if it is not given
 * @param keep how long what is old is kept
 * @param databaseReader the account of the database that may read the warehouse, for analysts: a name, and behind an @ the machines from
 *     which the account comes; nobody else may read if it is not given
 * @param keepBackups how many backups the command {@code backup} leaves in a folder; it deletes none if it is not given
 * @param engine who judges the rows of files
 * @param spark the cluster of Apache Spark
 * @param lake the copy of the facts in Parquet
 * @param kafka events that come from Kafka, and those that the service sends there
 * @param bucket the bucket of an object store, or the folder of Hadoop, whose objects are fetched into the inbox
 * @param sample the sample files
 */
@Validated
@ConfigurationProperties(value = "sales-etl", ignoreUnknownFields = false)
public record SalesEtlProperties(
        @NotNull @DefaultValue("inbox") Path inbox,
        @NotNull @DefaultValue("archive") Path archive,
        @NotNull @DefaultValue("data") Path data,
        @NotNull @DefaultValue("2s") Duration watch,
        @NotNull @DefaultValue("1s") Duration settle,
        @NotNull @DefaultValue("3h") Duration fileTimeLimit,
        @NotNull @DefaultValue("15m") Duration stuckAfter,
        @NotNull @DefaultValue("30s") Duration queryTimeLimit,
        @NotNull @DefaultValue("50MB") DataSize leastRoom,
        @Min(1) @DefaultValue("4") int exports,
        @NotNull @DefaultValue("0 0 2 * * ?") String schedule,
        @Nullable ZoneId zone,
        @NotNull @DefaultValue("en-GB") Locale locale,
        @Nullable Currency currency,
        @NotNull @DefaultValue("reject") Returns returns,

        @NotNull @DefaultValue({"NULL", "\\N", "NaN", "#N/A"})
        List<String> nullWords,

        @NotNull @DefaultValue Map<Kind, Encoding> encodings,
        @Nullable DateOrder dateOrder,
        @NotNull @DefaultValue Map<String, List<String>> aliases,
        @NotNull @DefaultValue("mappings") String mappings,
        @Nullable String adminPassword,
        @NotNull @Valid @DefaultValue Unpack unpack,
        @NotNull @DefaultValue List<String> hosts,
        @NotNull @DefaultValue List<String> proxies,
        @Nullable Reading reading,
        @DefaultValue("false") boolean maskPersonalData,
        @DefaultValue("false") boolean insecure,
        @NotNull @Valid @DefaultValue OpenId openId,
        @Nullable String metricsToken,
        @NotNull @Valid @DefaultValue Keep keep,
        @Nullable String databaseReader,
        @Nullable Integer keepBackups,
        @NotNull @DefaultValue("camel") Engine engine,
        @NotNull @Valid @DefaultValue Spark spark,
        @NotNull @Valid @DefaultValue Lake lake,
        @NotNull @Valid @DefaultValue KafkaSettings kafka,
        @NotNull @Valid @DefaultValue BucketSettings bucket,
        @NotNull @Valid @DefaultValue Sample sample) {

    private static final Pattern ACCOUNT = Pattern.compile("[\\w.-]{1,32}(@[\\w.:%/-]{1,60})?");

    public SalesEtlProperties {
        zone = zone == null ? ZoneId.systemDefault() : zone;
        if (!Arrays.asList(Locale.getAvailableLocales()).contains(locale)) {
            throw new IllegalArgumentException("sales-etl.locale: expected a language and a country such as en-GB or"
                    + " de-DE but found " + locale.toLanguageTag());
        }
        if (dateOrder != null && dateOrder != DateOrder.DAY_FIRST && dateOrder != DateOrder.MONTH_FIRST) {
            throw new IllegalArgumentException(
                    "sales-etl.date-order: expected day_first or month_first but found " + dateOrder.label());
        }
        if (databaseReader != null && !ACCOUNT.matcher(databaseReader).matches()) {
            throw new IllegalArgumentException("sales-etl.database-reader: expected the name of an account such as"
                    + " sales_reader or sales_reader@10.0.0.% but found " + databaseReader);
        }
        if (engine != Engine.CAMEL && !spark.isComplete()) {
            throw new IllegalArgumentException("sales-etl.engine=" + engine.label()
                    + ": expected sales-etl.spark.master," + " sales-etl.spark.home and sales-etl.spark.job, too");
        }
        if (lake.folder() != null && !spark.isComplete()) {
            throw new IllegalArgumentException("sales-etl.lake.folder: expected sales-etl.spark.master,"
                    + " sales-etl.spark.home and sales-etl.spark.job, too");
        }
        if (bucket.folder() != null && !spark.hasPrograms()) {
            throw new IllegalArgumentException(
                    "sales-etl.bucket.folder: expected sales-etl.spark.home and sales-etl.spark.job, too");
        }
        if (keepBackups != null && keepBackups < 1) {
            throw new IllegalArgumentException(
                    "sales-etl.keep-backups: expected a number from 1 but found " + keepBackups);
        }
    }

    @Override
    public ZoneId zone() {
        return zone == null ? ZoneId.systemDefault() : zone;
    }

    /** The time limit of statements as drivers count it, in whole seconds; zero would mean no limit. */
    public int querySeconds() {
        return (int) Math.max(1, queryTimeLimit.toSeconds());
    }

    /** The folder of the work files, in the data folder. */
    public Path work() {
        return data.resolve("work");
    }

    /** What files are like, as far as the configuration says so. */
    public ReadingSettings readingSettings() {
        return new ReadingSettings(returns == Returns.ACCEPT, Set.copyOf(nullWords), encodings, dateOrder);
    }

    /** The file with the generated password of the user {@code admin}. */
    public Path adminPasswordFile() {
        return data.resolve("admin-password");
    }

    /** What happens to sales with a negative quantity. */
    public enum Returns {
        /** They are rejected as {@code quantity_not_positive}. */
        REJECT,
        /** They load, and every revenue figure is net of them. */
        ACCEPT
    }

    /** Who may read. */
    public enum Reading {
        /** Everybody who reaches the service. */
        OPEN,
        /** Users who have signed in. */
        SIGNED_IN
    }

    /**
     * A provider of OpenID Connect, where people may sign in.
     *
     * @param issuer the address of the provider, exactly as its tokens have it; nobody signs in there if it is not given
     * @param clientId the name of this service at the provider
     * @param clientSecret the secret that the provider has given to this service; some providers need none
     * @param name what the sign-in page calls the provider; the host of the issuer if it is not given
     * @param scopes what the service asks for beside {@code openid}
     * @param userClaim the claim with the name of a person
     * @param roleClaim the claim with the roles or the groups of a person
     * @param roles the values of that claim that give each role
     * @param session how long a session lasts at most, and so a role that the provider has taken away
     */
    public record OpenId(
            @Nullable String issuer,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable String name,
            @NotNull @DefaultValue("profile") List<String> scopes,
            @NotNull @DefaultValue("preferred_username") String userClaim,
            @NotNull @DefaultValue("roles") String roleClaim,
            @NotNull @Valid @DefaultValue Roles roles,
            @NotNull @DefaultValue("8h") Duration session) {

        private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

        public OpenId {
            if (StringUtils.hasText(issuer)) {
                requireAddress(issuer);
                if (!StringUtils.hasText(clientId)) {
                    throw new IllegalArgumentException(
                            "sales-etl.open-id.client-id: expected the name of this service at the provider but found none");
                }
                if (session.compareTo(Duration.ofMinutes(1)) < 0) {
                    throw new IllegalArgumentException(
                            "sales-etl.open-id.session: expected at least 1 minute, for example 8h, but found "
                                    + session);
                }
            }
        }

        /** Whether people may sign in at a provider. */
        public boolean isOn() {
            return StringUtils.hasText(issuer);
        }

        /** What the sign-in page calls the provider. */
        public String shownName() {
            return StringUtils.hasText(name)
                    ? name
                    : Objects.requireNonNull(URI.create(String.valueOf(issuer)).getHost());
        }

        /** What the service asks for, and this scope too. */
        public List<String> scopesWith(String scope) {
            return Stream.concat(Stream.of(scope), scopes.stream()).distinct().toList();
        }

        /** The values of a claim that give each role. */
        public record Roles(
                @NotNull @DefaultValue("viewer") List<String> viewer,
                @NotNull @DefaultValue("operator") List<String> operator,
                @NotNull @DefaultValue("admin") List<String> admin) {

            /** The values that give this role. */
            public List<String> valuesOf(Role role) {
                return switch (role) {
                    case VIEWER -> viewer;
                    case OPERATOR -> operator;
                    case ADMIN -> admin;
                };
            }
        }

        /** A password at the provider, or a token of the provider, must not cross the network in plain text. */
        private static void requireAddress(String issuer) {
            URI address = URI.create(issuer);
            boolean safe = "https".equals(address.getScheme())
                    || ("http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost())));
            if (!safe || address.getHost() == null || address.getQuery() != null || address.getFragment() != null) {
                throw new IllegalArgumentException("sales-etl.open-id.issuer: expected an address with https such as"
                        + " https://login.example.org/realms/company but found " + issuer);
            }
        }
    }

    /**
     * Bounds for files that hold other files.
     *
     * @param mostEntries how many entries a ZIP file may have, or sheets a workbook
     */
    public record Unpack(@Min(1) @DefaultValue("1000") int mostEntries) {}

    /**
     * The cluster of Apache Spark.
     *
     * @param master the address of its master, for example {@code spark://10.0.0.5:7077}
     * @param home the folder of a Spark of version 4.2 on the machine of the service
     * @param job the jar with the work of the cluster, as the build makes it
     * @param folder a folder that the cluster and this machine reach, as Hadoop writes places, for example {@code hdfs://10.0.0.5/exchange}; if it is
     *     not given, the cluster has to reach the inbox, the archive and the data folder under the same paths as the service
     * @param from how long a file is at least for the engine {@code auto} to choose the cluster
     * @param range about how long the ranges are that each task takes
     * @param conf settings of Spark, for example {@code spark.executor.memory}
     */
    public record Spark(
            @Nullable String master,
            @Nullable Path home,
            @Nullable Path job,
            @Nullable String folder,
            @NotNull @DefaultValue("2GB") DataSize from,
            @NotNull @DefaultValue("32MB") DataSize range,
            @NotNull @DefaultValue Map<String, String> conf) {

        boolean isComplete() {
            return master != null && hasPrograms();
        }

        boolean hasPrograms() {
            return home != null && job != null;
        }
    }

    /**
     * The copy of the facts in Parquet, which Spark writes and reads.
     *
     * @param folder where the copy is, as Hadoop writes places, for example {@code hdfs://10.0.0.5/sales} or {@code /mnt/lake}; there is
     *     none if it is not given
     * @param schedule Quartz cron expression of the writing; empty turns it off
     * @param slicesFrom how many sales the months of a slice have at least for Spark to add up the slice
     */
    public record Lake(
            @Nullable String folder,
            @NotNull @DefaultValue("0 0 4 * * ?") String schedule,
            @Min(0) @DefaultValue("100000000") long slicesFrom) {

        public Lake {
            folder = StringUtils.hasText(folder) ? folder : null;
        }
    }

    /**
     * How long what is old is kept, for example {@code 730d} or {@code P2Y}; for ever what is not given.
     *
     * @param archive files in the archive whose rows are loaded, and repeated and unpacked files
     * @param quarantine rows in the quarantine that wait for nobody any more
     * @param ledger the single rows that were left out, whose sums stay
     * @param history runs without files; at least 90 days
     * @param notice how long before its deletion something is announced
     * @param schedule Quartz cron expression of the deletion; empty turns it off
     */
    public record Keep(
            @Nullable Period archive,
            @Nullable Period quarantine,
            @Nullable Period ledger,
            @Nullable Period history,
            @NotNull @DefaultValue("7d") Period notice,
            @NotNull @DefaultValue("0 40 3 * * ?") String schedule) {

        private static final int LEAST_DAYS_OF_HISTORY = 90;

        public Keep {
            requireAtLeast(1, "archive", archive);
            requireAtLeast(1, "quarantine", quarantine);
            requireAtLeast(1, "ledger", ledger);
            requireAtLeast(LEAST_DAYS_OF_HISTORY, "history", history);
            requireAtLeast(1, "notice", notice);
        }

        private static void requireAtLeast(int days, String name, @Nullable Period period) {
            if (period != null && LocalDate.EPOCH.plus(period).isBefore(LocalDate.EPOCH.plusDays(days))) {
                throw new IllegalArgumentException("sales-etl.keep." + name + ": expected at least "
                        + (days == 1 ? "1 day" : days + " days") + ", for example 730d or P2Y, but found " + period);
            }
        }
    }

    /**
     * The sample files.
     *
     * @param onEmpty whether the service drops them at a first start with nothing loaded and an empty inbox; if it is not given,
     *     it does so only with the embedded server
     * @param customers number of customers
     * @param products number of products
     * @param orders number of orders; each has one to four sales
     * @param seed the same seed on the same day gives the same bytes
     */
    public record Sample(
            @Nullable Boolean onEmpty,
            @Min(1) @DefaultValue("200") int customers,
            @Min(1) @DefaultValue("50") int products,
            @Min(1) @DefaultValue("3000") int orders,
            @DefaultValue("42") long seed) {}
}
