package org.salesetl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                .isThrownBy(() -> new BucketSettings(name, "", region, endpoint, null, every))
                .withMessageStartingWith(message);
    }

    @Test
    void needsNoRegionOutsideOfAws() {
        BucketSettings settings =
                new BucketSettings("exports", "", null, URI.create("http://minio:9000"), null, Duration.ofSeconds(30));

        assertThat(settings.isGiven()).isTrue();
        assertThat(settings.regionOrAny()).isEqualTo("us-east-1");
    }

    @Test
    void isOffWithoutAName() {
        assertThat(new BucketSettings(null, "", null, null, null, Duration.ofSeconds(30)).isGiven())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hdfs://10.0.0.5:8020/all exports",
                "s3a://exports/shops",
                "abfs://exports@shops.dfs.core.windows.net/berlin",
                "file:///mnt/nas"
            })
    void takesAFolderOfHadoop(String folder) {
        BucketSettings settings = folder(null, "", folder);

        assertThat(settings.isGiven()).isTrue();
        assertThat(settings.words()).isEqualTo("the folder " + folder);
        assertThat(settings.place()).isEqualTo(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mnt/nas", "exports", "s3a://key:secret@exports/shops", "hdfs:exports"})
    void takesNoOtherFolderAndTellsNoSecret(String folder) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> folder(null, "", folder))
                .withMessage("sales-etl.bucket.folder: expected a place such as hdfs://10.0.0.5/exports, without a"
                        + " password, but found another one");
    }

    @Test
    void takesAFolderOrABucket() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> folder("exports", "", "hdfs://10.0.0.5/exports"))
                .withMessage("sales-etl.bucket.folder: expected none beside sales-etl.bucket.name but found one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> folder(null, "shops/", "hdfs://10.0.0.5/exports"))
                .withMessage("sales-etl.bucket.prefix: expected none beside sales-etl.bucket.folder but found shops/");
    }

    private static BucketSettings folder(@Nullable String name, String prefix, String folder) {
        return new BucketSettings(name, prefix, "eu-central-1", null, folder, Duration.ofSeconds(30));
    }
}
