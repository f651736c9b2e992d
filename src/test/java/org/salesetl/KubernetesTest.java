package org.salesetl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The manifests for Kubernetes, as far as they can be read without a cluster. */
class KubernetesTest {

    /** The classes of the model keep fields that they do not know, unless nobody looks for the method that does so. */
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return false;
                }
            })
            .build();

    private static final Path FOLDER = Path.of("ops/kubernetes");

    @Test
    void thereIsOneOfEach() throws IOException {
        assertThat(all("service.yaml"))
                .extracting(object -> object.get("apiVersion") + " " + object.get("kind"))
                .containsExactly(
                        "apps/v1 Deployment",
                        "policy/v1 PodDisruptionBudget",
                        "v1 Service",
                        "networking.k8s.io/v1 NetworkPolicy",
                        "networking.k8s.io/v1 Ingress");
        assertThat(part(only("storage.yaml", "PersistentVolumeClaim"), "spec").get("accessModes"))
                .isEqualTo(List.of("ReadWriteMany"));
    }

    @Test
    void kubernetesKnowsEveryField() throws IOException {
        Map<String, Class<?>> kinds = Map.of(
                "Deployment", Deployment.class,
                "PodDisruptionBudget", PodDisruptionBudget.class,
                "Service", Service.class,
                "NetworkPolicy", NetworkPolicy.class,
                "Ingress", Ingress.class,
                "PersistentVolumeClaim", PersistentVolumeClaim.class);
        for (String file : List.of("service.yaml", "storage.yaml")) {
            for (Map<?, ?> object : all(file)) {
                Class<?> kind = Objects.requireNonNull(kinds.get(value(object, "kind")));
                assertThatCode(() -> STRICT.convertValue(object, kind))
                        .as(kind.getSimpleName())
                        .doesNotThrowAnyException();
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STRICT.convertValue(Map.of("spec", Map.of("replica", 3)), Deployment.class))
                .withMessageContaining("Unrecognized field \"replica\"");
    }

    @Test
    void containersAreNotRootAndHaveBounds() throws IOException {
        Map<?, ?> container = container();

        assertThat(part(pod(), "securityContext").get("runAsNonRoot")).isEqualTo(true);
        assertThat(pod().get("automountServiceAccountToken")).isEqualTo(false);
        assertThat(part(container, "securityContext").toString())
                .contains("allowPrivilegeEscalation=false", "readOnlyRootFilesystem=true", "drop=[ALL]");
        assertThat(part(part(container, "resources"), "limits").keySet().toString())
                .contains("cpu", "memory");
    }

    /** The service refuses requests that have not come by TLS, except from its own machine. */
    @Test
    void probesAskInsideOfTheContainer() throws IOException {
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(value(part(part(container(), probe), "exec"), "command").toString())
                    .startsWith("[health-check");
        }
    }

    /** Or Kubernetes would kill the service while the file in hand is finished. */
    @Test
    void theFileInHandMayFinish() throws IOException {
        assertThat((int) value(pod(), "terminationGracePeriodSeconds")).isGreaterThan(300);
    }

    @Test
    void selectorsAndVolumesMatch() throws IOException {
        Map<?, ?> deployment = part(only("service.yaml", "Deployment"), "spec");
        Map<?, ?> labels = part(part(part(deployment, "template"), "metadata"), "labels");

        assertThat(part(part(deployment, "selector"), "matchLabels")).isEqualTo(labels);
        assertThat(part(part(part(only("service.yaml", "PodDisruptionBudget"), "spec"), "selector"), "matchLabels"))
                .isEqualTo(labels);
        assertThat(part(part(only("service.yaml", "Service"), "spec"), "selector"))
                .isEqualTo(labels);
        assertThat((int) value(part(only("service.yaml", "PodDisruptionBudget"), "spec"), "minAvailable"))
                .isLessThan((int) value(deployment, "replicas"));
        assertThat(names(value(container(), "volumeMounts")))
                .containsExactlyInAnyOrderElementsOf(names(value(pod(), "volumes")));
        assertThat(part(only("storage.yaml", "PersistentVolumeClaim"), "metadata")
                        .get("name"))
                .isEqualTo("sales-etl-files");
        assertThat(value(pod(), "volumes").toString()).contains("claimName=sales-etl-files", "secretName=sales-etl");
    }

    @Test
    void noSecretIsInThem() throws IOException {
        for (String file : List.of("service.yaml", "storage.yaml")) {
            assertThat(all(file)).noneMatch(object -> "Secret".equals(object.get("kind")));
        }
        assertThat(value(container(), "env").toString()).doesNotContainIgnoringCase("password");
    }

    private static Map<?, ?> pod() throws IOException {
        return part(part(part(only("service.yaml", "Deployment"), "spec"), "template"), "spec");
    }

    private static Map<?, ?> container() throws IOException {
        return (Map<?, ?>) ((List<?>) value(pod(), "containers")).get(0);
    }

    private static List<String> names(Object list) {
        return ((List<?>) list)
                .stream()
                        .map(each -> String.valueOf(((Map<?, ?>) each).get("name")))
                        .distinct()
                        .collect(Collectors.toList());
    }

    private static Map<?, ?> only(String file, String kind) throws IOException {
        return all(file).stream()
                .filter(object -> kind.equals(object.get("kind")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<?, ?>> all(String file) throws IOException {
        List<Map<?, ?>> objects = new ArrayList<>();
        StreamSupport.stream(
                        new Yaml(new SafeConstructor(new LoaderOptions()))
                                .loadAll(Files.readString(FOLDER.resolve(file)))
                                .spliterator(),
                        false)
                .forEach(object -> objects.add((Map<?, ?>) object));
        return objects;
    }

    private static Map<?, ?> part(Map<?, ?> of, String name) {
        return (Map<?, ?>) value(of, name);
    }

    private static Object value(Map<?, ?> of, String name) {
        return Objects.requireNonNull(of.get(name), name);
    }
}
