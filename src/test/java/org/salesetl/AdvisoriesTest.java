package org.salesetl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;
import org.junit.jupiter.api.Test;

/** No library has a version that docs/advisories.csv names. */
class AdvisoriesTest {

    private static final Path LIST = Path.of("docs/advisories.csv");
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d.*)\\.jar");

    @Test
    void usesNoVersionWithAPublishedAdvisory() throws IOException {
        List<CSVRecord> advisories = advisories();

        assertThat(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> JAR.matcher(Path.of(entry).getFileName().toString()))
                        .filter(Matcher::matches)
                        .flatMap(jar -> advisories.stream()
                                .filter(advisory -> isAbout(advisory, jar.group(1), jar.group(2)))
                                .map(advisory -> jar.group() + " has " + advisory.get("advisory") + ": "
                                        + advisory.get("about"))))
                .isEmpty();
    }

    @Test
    void tellsAffectedVersionsFromOthers() throws IOException {
        List<CSVRecord> ofJsonSmart = advisories().stream()
                .filter(advisory -> advisory.get("artifact").equals("json-smart"))
                .toList();

        assertThat(ofJsonSmart).singleElement().satisfies(advisory -> {
            assertThat(isAbout(advisory, "json-smart", "2.5.1")).isTrue();
            assertThat(isAbout(advisory, "json-smart", "2.5.2")).isFalse();
            assertThat(isAbout(advisory, "json-smart", "2.4.9")).isFalse();
            assertThat(isAbout(advisory, "accessors-smart", "2.5.1")).isFalse();
        });
    }

    private static List<CSVRecord> advisories() throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setCommentMarker('#')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader list = Files.newBufferedReader(LIST)) {
            return format.parse(list).getRecords();
        }
    }

    private static boolean isAbout(CSVRecord advisory, String artifact, String version) {
        try {
            return advisory.get("artifact").equals(artifact)
                    && VersionRange.createFromVersionSpec(advisory.get("affected"))
                            .containsVersion(new DefaultArtifactVersion(version));
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalStateException("Expected a range of versions in " + LIST, e);
        }
    }
}
