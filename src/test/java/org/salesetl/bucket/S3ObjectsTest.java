package org.salesetl.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salesetl.BucketSettings;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import software.amazon.awssdk.services.s3.S3Client;

/** A store that sends a hundred bytes, or promises a hundred and sends ten. */
class S3ObjectsTest {

    private static final int PROMISED = 100;

    private HttpServer server;
    private S3Client client;
    private S3Objects objects;

    @BeforeEach
    void start() throws IOException {
        System.setProperty("aws.accessKeyId", "only-for-tests");
        System.setProperty("aws.secretAccessKey", "only-for-tests");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean breaksOff = exchange.getRequestURI().getPath().contains("broken");
            exchange.sendResponseHeaders(200, PROMISED);
            exchange.getResponseBody().write(new byte[breaksOff ? 10 : PROMISED]);
            exchange.close();
        });
        server.start();
        BucketSettings settings = new BucketSettings(
                "exports",
                "",
                null,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                null,
                Duration.ofSeconds(30));
        client = Stores.s3(settings);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("client", client);
        objects = new S3Objects(settings, beans.getBeanProvider(S3Client.class));
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void readsAContentToItsEnd() throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();

        objects.read(object("sales.csv"), content -> content.transferTo(read));

        assertThat(read.size()).isEqualTo(PROMISED);
    }

    @Test
    void takesNoContentThatBreaksOff() {
        assertThatIOException()
                .isThrownBy(() ->
                        objects.read(object("broken.csv"), content -> content.transferTo(new ByteArrayOutputStream())))
                .withMessageContaining("Premature end");
    }

    private static ListedObject object(String key) {
        return new ListedObject(key, "1", PROMISED, Instant.EPOCH);
    }
}
