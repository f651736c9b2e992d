package org.salesetl.doctor;

import static org.salesetl.Diagnosis.failed;
import static org.salesetl.Diagnosis.ok;
import static org.salesetl.Diagnosis.warning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salesetl.Diagnosis;
import org.salesetl.SalesEtlProperties;
import org.salesetl.outage.DiskRoom;
import org.springframework.util.unit.DataSize;

/** Looks whether the service could write to its folders, and whether their disks have room. */
final class FolderExamination {

    /** Enough for an embedded database and some files; a business fills it in months. */
    private static final DataSize LITTLE_ROOM = DataSize.ofGigabytes(1);

    private final Map<String, Path> folders = new LinkedHashMap<>();
    private final DiskRoom room;
    private final DataSize leastRoom;

    FolderExamination(SalesEtlProperties properties) {
        folders.put("inbox", properties.inbox());
        folders.put("archive", properties.archive());
        folders.put("data", properties.data());
        this.room = new DiskRoom(properties);
        this.leastRoom = properties.leastRoom();
    }

    List<Diagnosis> examine() {
        List<Diagnosis> found = new ArrayList<>();
        folders.forEach((name, folder) -> {
            Path path = folder.toAbsolutePath().normalize();
            Diagnosis writable = writable(name, path);
            found.add(writable);
            if (writable.level() == Diagnosis.Level.OK) {
                found.add(room("disk of " + name, path, DataSize.ofBytes(room.freeBytes(name))));
            }
        });
        return found;
    }

    private static Diagnosis writable(String name, Path path) {
        Path there = path;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            return failed(name, there + " is a file. Name another folder in sales-etl." + name + ".");
        }
        if (!Files.isWritable(there) || !Files.isReadable(there)) {
            return failed(
                    name,
                    "the user " + System.getProperty("user.name") + " may not write to " + there
                            + ". Let the user who runs the service write there, or name another folder in sales-etl."
                            + name + ".");
        }
        return ok(name, path + (there.equals(path) ? " can be written" : " does not exist; a start makes it"));
    }

    private Diagnosis room(String subject, Path path, DataSize free) {
        String found = path + " has room for " + free.toMegabytes() + " MB more";
        if (free.compareTo(leastRoom) < 0) {
            return failed(
                    subject,
                    found + ", and counts as full below " + leastRoom.toMegabytes()
                            + " MB (sales-etl.least-room). Make room, or move the folder to a larger disk.");
        }
        return free.compareTo(LITTLE_ROOM) < 0
                ? warning(subject, found + ". Make room soon, or move the folder to a larger disk.")
                : ok(subject, found);
    }
}
