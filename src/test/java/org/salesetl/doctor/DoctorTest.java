package org.salesetl.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.Diagnosis;
import org.salesetl.Diagnosis.Level;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

class DoctorTest {

    @TempDir
    private Path home;

    @Test
    void findsNothingWrongOnAFreshMachineAndChangesNothing() throws IOException {
        List<Diagnosis> found = examine("--spring.datasource.url=");

        assertThat(found)
                .filteredOn(diagnosis -> diagnosis.level() == Level.FAILED)
                .isEmpty();
        assertThat(found)
                .extracting(Diagnosis::subject)
                .contains(
                        "configuration",
                        "inbox",
                        "disk of inbox",
                        "archive",
                        "data",
                        "database",
                        "zone",
                        "fonts",
                        "memory",
                        "port");
        assertThat(words(found, "inbox")).contains("a start makes it");
        assertThat(words(found, "database")).contains("a first start unpacks an embedded one");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void namesASettingThatCannotBeRead() {
        List<Diagnosis> found = examine("--sales-etl.watch=often");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).level()).isEqualTo(Level.FAILED);
        assertThat(found.get(0).words()).contains("sales-etl.watch").contains("often");
    }

    @Test
    void namesASettingThatThereIsNot() {
        List<Diagnosis> found = examine("--sales-etl.curency=EUR");

        assertThat(found).hasSize(1);
        assertThat(level(found, "configuration")).isEqualTo(Level.FAILED);
        assertThat(words(found, "configuration"))
                .contains("sales-etl.curency", "is no setting of the service. Is sales-etl.currency meant?");
    }

    @Test
    void namesAPortThatIsNoNumber() {
        List<Diagnosis> found = examine("--server.port=abc");

        assertThat(found).hasSize(1);
        assertThat(level(found, "configuration")).isEqualTo(Level.FAILED);
        assertThat(words(found, "configuration")).contains("server.port", "abc");
    }

    @Test
    void refusesAnotherWord() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Doctor().run("backup"))
                .withMessage("Expected only options behind doctor, such as --server.port=8081, but found backup");
    }

    @Test
    void namesAnAddressOnWhichTheServiceWouldNotStart() {
        List<Diagnosis> found = examine("--server.address=0.0.0.0");

        assertThat(level(found, "access")).isEqualTo(Level.FAILED);
        assertThat(words(found, "access")).contains("plain text", "sales-etl.insecure=true");
        assertThat(level(examine("--sales-etl.hosts=sales.example.org"), "access"))
                .isEqualTo(Level.OK);
    }

    @Test
    void namesAPasswordThatCanBeGuessed() {
        assertThat(words(examine("--sales-etl.admin-password=admin12345678"), "admin"))
                .contains("sales-etl.admin-password can be guessed: expected at least 12 characters");
        assertThat(level(examine("--sales-etl.admin-password=vkq7-pm2xt-9hwbn"), "admin"))
                .isEqualTo(Level.OK);
    }

    @Test
    void namesAnAddressWithoutADatabase() {
        List<Diagnosis> found = examine("--spring.datasource.url=jdbc:mysql://127.0.0.1:1/");

        assertThat(level(found, "database")).isEqualTo(Level.FAILED);
        assertThat(words(found, "database")).contains("expected an address with a server and a database");
    }

    @Test
    void namesAFolderThatIsAFile() throws IOException {
        Files.createFile(home.resolve("inbox"));

        List<Diagnosis> found = examine();

        assertThat(level(found, "inbox")).isEqualTo(Level.FAILED);
        assertThat(words(found, "inbox")).contains("is a file").contains("sales-etl.inbox");
    }

    @Test
    void namesADiskWithoutRoom() {
        List<Diagnosis> found = examine("--sales-etl.least-room=100000TB");

        assertThat(level(found, "disk of archive")).isEqualTo(Level.FAILED);
        assertThat(words(found, "disk of archive"))
                .contains("sales-etl.least-room")
                .contains("archive");
    }

    @Test
    void namesAPortOnWhichAnotherInstallationAnswers() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/actuator/health/liveness", exchange -> {
            byte[] up = "{\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, up.length);
            exchange.getResponseBody().write(up);
            exchange.close();
        });
        other.start();
        try {
            List<Diagnosis> found =
                    examine("--server.port=" + other.getAddress().getPort());

            assertThat(level(found, "port")).isEqualTo(Level.FAILED);
            assertThat(words(found, "port"))
                    .contains("Another installation of the service answers on", "--server.port=");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void namesATakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Diagnosis> found = examine("--server.port=" + taken.getLocalPort());

            assertThat(level(found, "port")).isEqualTo(Level.FAILED);
            assertThat(words(found, "port")).contains("Another program already uses the port " + taken.getLocalPort());
        }
    }

    @Test
    void namesADatabaseThatDoesNotAnswer() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }

        List<Diagnosis> found = examine("--spring.datasource.url=jdbc:mysql://127.0.0.1:" + nobody + "/sales");

        assertThat(level(found, "database")).isEqualTo(Level.FAILED);
        assertThat(words(found, "database")).contains("127.0.0.1:" + nobody);
    }

    @Test
    void warnsOfLittleMemory() {
        DataSize large = DataSize.ofGigabytes(8);

        assertThat(MachineExamination.memory(DataSize.ofMegabytes(512), DataSize.ofGigabytes(2), large)
                        .level())
                .isEqualTo(Level.OK);
        assertThat(MachineExamination.memory(DataSize.ofMegabytes(64), DataSize.ofBytes(0), large))
                .returns(Level.WARNING, Diagnosis::level)
                .satisfies(found -> assertThat(found.words()).contains("-Xmx512m"));
        assertThat(MachineExamination.memory(DataSize.ofGigabytes(7), DataSize.ofGigabytes(2), large)
                        .level())
                .isEqualTo(Level.WARNING);
    }

    @Test
    void looksWhetherChartsCanHaveTheLettersOfTheLanguage() {
        assertThat(MachineExamination.fonts(Locale.GERMANY).level()).isEqualTo(Level.OK);
        assertThat(MachineExamination.zone(ZoneId.of("Asia/Kolkata"), Locale.UK).words())
                .contains("Asia/Kolkata");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void printsALineForEachFindingAndEndsWithOneIfOneFailed(CapturedOutput output) throws IOException {
        Files.createFile(home.resolve("inbox"));

        int code = new Doctor().run(options("--spring.datasource.url="));

        assertThat(code).isEqualTo(1);
        assertThat(output.toString().lines())
                .allMatch(line -> line.matches("(ok|warning|failed) +.*"))
                .anyMatch(line -> line.startsWith("failed   inbox"));
    }

    private List<Diagnosis> examine(String... options) {
        return Doctor.examine(options(options));
    }

    private String[] options(String... more) {
        List<String> options = new ArrayList<>(List.of(
                "--sales-etl.inbox=" + home.resolve("inbox"),
                "--sales-etl.archive=" + home.resolve("archive"),
                "--sales-etl.data=" + home.resolve("data"),
                "--server.port=0"));
        for (String option : more) {
            options.removeIf(given -> given.startsWith(option.substring(0, option.indexOf('=') + 1)));
            options.add(option);
        }
        return options.toArray(String[]::new);
    }

    private static Level level(List<Diagnosis> found, String subject) {
        return only(found, subject).level();
    }

    private static String words(List<Diagnosis> found, String subject) {
        return only(found, subject).words();
    }

    private static Diagnosis only(List<Diagnosis> found, String subject) {
        List<Diagnosis> ofSubject = found.stream()
                .filter(diagnosis -> diagnosis.subject().equals(subject))
                .toList();
        assertThat(ofSubject).as("%s in %s", subject, found).hasSize(1);
        return ofSubject.get(0);
    }
}
