package org.salesetl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files for Docker Compose, as far as they can be read without Docker. */
class ComposeTest {

    @ParameterizedTest
    @CsvSource({
        "docker-compose.yml, dashboard",
        "docker-compose.yml, backup",
        "docker-compose.yml, restore",
        "docker-compose.yml, mysql",
        "docker-compose.tls.yml, proxy"
    })
    void containersAreNotRootAndHaveBounds(String file, String name) throws IOException {
        Map<?, ?> container = part(part(read(file), "services"), name);

        assertThat(String.valueOf(container.get("user"))).matches("\\$\\{SALES_ETL_UID:-10001}:0|999:999");
        assertThat(container.get("cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(container.get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
        assertThat(container.containsKey("mem_limit")
                        && container.containsKey("cpus")
                        && container.containsKey("pids_limit"))
                .isTrue();
    }

    @Test
    void prepareMakesEverySecret() throws IOException {
        String prepare = Files.readString(Path.of("docker/prepare"));

        assertThat(part(read("docker-compose.yml"), "secrets").keySet())
                .hasSize(5)
                .allMatch(name -> prepare.contains(" " + name));
    }

    @Test
    void onlyTheProxyIsReachedFromOtherMachines() throws IOException {
        Map<?, ?> services = part(read("docker-compose.tls.yml"), "services");
        Map<?, ?> dashboard = part(services, "dashboard");
        Map<?, ?> networks = part(part(services, "proxy"), "networks");

        assertThat(dashboard.get("ports")).isEqualTo(List.of());
        assertThat(part(dashboard, "environment").get("SALES_ETL_PROXIES"))
                .isEqualTo(part(networks, "front").get("ipv4_address"));
        assertThat(part(part(read("docker-compose.yml"), "services"), "dashboard")
                        .get("ports"))
                .isEqualTo(List.of("127.0.0.1:8080:8080"));
    }

    /** Only one process can use a folder of data, and an instance must not get the address of the proxy. */
    @Test
    void instancesShareInboxAndArchiveAndNothingElse() throws IOException {
        Map<?, ?> replicas = read("docker-compose.replicas.yml");
        Map<?, ?> dashboard = part(part(replicas, "services"), "dashboard");

        assertThat(part(dashboard, "deploy").get("replicas")).isEqualTo(3);
        assertThat(String.valueOf(dashboard.get("volumes")))
                .contains("target=/app/inbox", "target=/app/archive", "target=/app/mappings")
                .doesNotContain("/app/data");
        assertThat(Files.readString(Path.of("Dockerfile")))
                .contains("VOLUME [\"/app/inbox\", \"/app/archive\", \"/app/data\"]");
        assertThat(part(part(part(replicas, "networks"), "front"), "ipam").toString())
                .contains("subnet=172.31.255.0/28", "ip_range=172.31.255.8/29");
    }

    /** The tag says that a list replaces that of the other file, which is nothing to a reader of YAML. */
    private static Map<?, ?> read(String file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Path.of(file)).replaceAll("!(reset|override) ?", ""));
    }

    private static Map<?, ?> part(Map<?, ?> of, String name) {
        return (Map<?, ?>) Objects.requireNonNull(of.get(name), name);
    }
}
