package org.salesetl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "ab, eu-central-1, , PT30S, sales-etl.bucket.name: expected the name of a bucket but found ab",
        "exports/2025, eu-central-1, , PT30S, sales-etl.bucket.name: expected the name of a bucket but found exports/2025",
        "exports, , , PT30S, sales-etl.bucket.region: expected the region of the bucket",
        "exports, , ftp://store, PT30S, sales-etl.bucket.endpoint: expected an address such as https://s3.example.org but found ftp://store",
        "exports, , https://key:secret@store, PT30S, sales-etl.bucket.endpoint: expected an address",
        "exports, eu-central-1, , PT0S, sales-etl.bucket.every: expected at least 1 second"
    })
    void saysWhatItExpected(
            String name, @Nullable String region, @Nullable URI endpoint, Duration every, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BucketSettings(name, "", region, endpoint, every))
                .withMessageStartingWith(message);
    }

    @Test
    void needsNoRegionOutsideOfAws() {
        BucketSettings settings =
                new BucketSettings("exports", "", null, URI.create("http://minio:9000"), Duration.ofSeconds(30));

        assertThat(settings.isGiven()).isTrue();
        assertThat(settings.regionOrAny()).isEqualTo("us-east-1");
    }

    @Test
    void isOffWithoutAName() {
        assertThat(new BucketSettings(null, "", null, null, Duration.ofSeconds(30)).isGiven())
                .isFalse();
    }
}
