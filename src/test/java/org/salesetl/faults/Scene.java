package org.salesetl.faults;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** What a fault meets: a database, one or more instances of the service that share an inbox, their disks, and the dropped files. */
final class Scene {

    private final Path home;
    private final Random random;
    private final DroppedFiles drops;
    private final DatabaseProcess database;
    private final Map<Place, SmallDisk> disks = new EnumMap<>(Place.class);
    private final List<ServiceProcess> services = new ArrayList<>();

    /** Makes all disks, and installs and starts the database; {@link #start} starts the service. */
    Scene(Path home, int instances, Random random) throws Exception {
        for (Place place : Place.values()) {
            SmallDisk.unmount(home.resolve(place.folder())); // of a campaign that was killed
        }
        FileSystemUtils.deleteRecursively(home);
        for (Place place : Place.values()) {
            disks.put(place, SmallDisk.mount(home.resolve(place.folder()), place.size()));
        }
        this.home = home;
        this.random = random;
        this.drops = new DroppedFiles(home.resolve("inbox"), random);
        this.database = DatabaseProcess.ofItsOwn(home);
        for (int i = 0; i < instances; i++) {
            // a file that is written slowly has to be left alone for longer than between two of its pieces
            services.add(
                    new ServiceProcess(home, i == 0 ? "service" : "instance-" + i, database, "--sales-etl.settle=1s"));
        }
    }

    /** Starts all instances, and drops what the sales need. */
    void start() throws IOException {
        for (ServiceProcess service : services) {
            service.start();
        }
        drops.shop();
    }

    Random random() {
        return random;
    }

    DatabaseProcess database() {
        return database;
    }

    DroppedFiles drops() {
        return drops;
    }

    List<ServiceProcess> services() {
        return services;
    }

    ServiceProcess anyService() {
        return services.get(random.nextInt(services.size()));
    }

    /** The instance whose run goes on; any instance if there is none. */
    ServiceProcess leaseHolder() throws SQLException, IOException {
        String holder = database.text("SELECT holder FROM sales_etl.run_lease");
        for (ServiceProcess service : services) {
            if (service.id().equals(holder)) {
                return service;
            }
        }
        return anyService();
    }

    /** Whether disks can be made full on this machine. */
    boolean hasSmallDisks() throws IOException {
        for (SmallDisk disk : disks.values()) {
            if (!disk.exists()) {
                return false;
            }
        }
        return true;
    }

    /** Leaves no room at a place for some time. */
    void fill(Place place, Duration time) throws IOException, InterruptedException {
        SmallDisk disk = requireNonNull(disks.get(place));
        disk.fill();
        try {
            Signals.pause(time);
        } finally {
            disk.makeRoom();
        }
    }

    /** All files in the archive, without the files of rejects. */
    List<Path> archived() throws IOException {
        return files(home.resolve("archive")).stream()
                .filter(file -> !file.toString().endsWith(".rejects.csv"))
                .toList();
    }

    /** All files in the inbox, claimed ones too. */
    List<Path> waiting() throws IOException {
        return files(home.resolve("inbox")).stream()
                .filter(file -> !file.toString().endsWith(".in-hand"))
                .toList();
    }

    /** Stops all, and takes the disks away. */
    void close() throws InterruptedException {
        for (ServiceProcess service : services) {
            service.close();
        }
        database.close();
        for (SmallDisk disk : disks.values()) {
            disk.close();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            return List.of(); // a folder went away while it was looked into
        }
    }
}
