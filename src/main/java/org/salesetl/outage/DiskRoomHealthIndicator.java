package org.salesetl.outage;

import java.util.List;
import org.salesetl.outage.DiskRoom.Shortage;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether the disks of all folders have room. */
@Component
class DiskRoomHealthIndicator extends AbstractHealthIndicator {

    private final DiskRoom room;

    DiskRoomHealthIndicator(DiskRoom room) {
        super("The disks cannot be looked at");
        this.room = room;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        List<Shortage> shortages = room.shortages();
        builder.up();
        for (Shortage shortage : shortages) {
            builder.down().withDetail(shortage.folder(), shortage.path() + " has " + shortage.free() + " left");
        }
    }
}
