package org.salesetl.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.SomeProperties;
import org.salesetl.outage.DiskRoom.Shortage;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

class DiskRoomTest {

    @TempDir
    private Path folder;

    @Test
    void saysNothingWhereThereIsRoom() {
        DiskRoom room = room("1KB");

        assertThat(room.shortages()).isEmpty();
        assertThat(new DiskRoomHealthIndicator(room).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void namesEveryFolderWhoseDiskIsFull() {
        DiskRoom room = room("1000000TB");

        assertThat(room.shortages()).extracting(Shortage::folder).containsExactly("inbox", "archive", "data");
        Health health = new DiskRoomHealthIndicator(room).health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(String.valueOf(health.getDetails().get("archive")))
                .startsWith(folder.resolve("archive") + " has ")
                .endsWith(" MB left");
    }

    private DiskRoom room(String least) {
        return new DiskRoom(SomeProperties.with(Map.of(
                "inbox", folder.toString(),
                "archive", folder.resolve("archive").toString(),
                "data", folder.toString(),
                "least-room", least)));
    }
}
