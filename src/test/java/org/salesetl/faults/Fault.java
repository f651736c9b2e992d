package org.salesetl.faults;

import static java.util.Objects.requireNonNull;
import static org.salesetl.faults.Signals.pause;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What may happen while files load. Each fault has ended when its method returns, and all processes are ready again. */
enum Fault {
    SERVICE_KILLED {
        @Override
        void happen(Scene scene) throws Exception {
            ServiceProcess service = scene.anyService();
            service.kill();
            service.start();
        }
    },
    /** The instance that loads a file now. */
    LEASE_HOLDER_KILLED {
        @Override
        void happen(Scene scene) throws Exception {
            ServiceProcess service = scene.leaseHolder();
            service.kill();
            service.start();
        }
    },
    SERVICE_STOPPED {
        @Override
        void happen(Scene scene) throws Exception {
            ServiceProcess service = scene.anyService();
            service.stop();
            service.start();
        }
    },
    SERVICE_FROZEN {
        @Override
        void happen(Scene scene) throws Exception {
            scene.anyService().freeze(OUTAGE);
        }
    },
    /** Longer than a lease: if there are several instances, another one goes on meanwhile. */
    SERVICE_FROZEN_FOR_LONG {
        @Override
        void happen(Scene scene) throws Exception {
            scene.anyService().freeze(LONGER_THAN_A_LEASE);
        }
    },
    DATABASE_KILLED {
        @Override
        void happen(Scene scene) throws Exception {
            scene.database().kill();
            pause(OUTAGE);
            scene.database().start();
        }
    },
    DATABASE_RESTARTED {
        @Override
        void happen(Scene scene) throws Exception {
            scene.database().stop();
            pause(OUTAGE);
            scene.database().start();
        }
    },
    DATABASE_FROZEN {
        @Override
        void happen(Scene scene) throws Exception {
            scene.database().freeze(OUTAGE);
        }
    },
    /** The server has a tenth of its time. */
    DATABASE_SLOW {
        @Override
        void happen(Scene scene) throws Exception {
            for (int i = 0; i < SLICES; i++) {
                scene.database().freeze(OUTAGE.dividedBy(SLICES));
                pause(OUTAGE.dividedBy(10 * SLICES));
            }
        }
    },
    DATABASE_AND_SERVICE_KILLED {
        @Override
        void happen(Scene scene) throws Exception {
            ServiceProcess service = scene.anyService();
            service.kill();
            scene.database().kill();
            scene.database().start();
            service.start();
        }
    },
    CONNECTIONS_KILLED {
        @Override
        void happen(Scene scene) throws Exception {
            for (long id = connection(scene, 0); id > 0; id = connection(scene, id)) {
                try {
                    scene.database().execute("KILL " + id);
                } catch (SQLException e) {
                    log.info("Connection {} has gone by itself", id);
                }
            }
        }
    },
    DATABASE_READ_ONLY {
        @Override
        void happen(Scene scene) throws Exception {
            scene.database().execute("SET GLOBAL read_only = 1");
            pause(OUTAGE);
            scene.database().execute("SET GLOBAL read_only = 0");
        }
    },
    /** Somebody else changes the same rows as a load, in another order. */
    DEADLOCKS {
        @Override
        void happen(Scene scene) throws Exception {
            long end = System.nanoTime() + OUTAGE.toNanos();
            while (System.nanoTime() < end) {
                try (Connection other = scene.database().connect();
                        Statement statement = other.createStatement()) {
                    other.setAutoCommit(false);
                    for (String table : List.of("rollup_month", "rollup_day", "rollup_customer", "dim_product")) {
                        statement.execute("SELECT * FROM sales_etl." + table + " FOR UPDATE");
                        pause(Duration.ofMillis(scene.random().nextInt(200)));
                    }
                    other.rollback();
                } catch (SQLException e) {
                    log.info("The other one lost: {}", e.getMessage());
                }
            }
        }
    },
    /** As an administrator's tool does it. */
    TABLES_LOCKED {
        @Override
        void happen(Scene scene) throws Exception {
            try (Connection other = scene.database().connect();
                    Statement statement = other.createStatement()) {
                statement.execute("LOCK TABLES sales_etl.rollup_day WRITE, sales_etl.dim_customer WRITE");
                pause(OUTAGE);
                statement.execute("UNLOCK TABLES");
            }
        }
    },
    LEASE_TAKEN {
        @Override
        void happen(Scene scene) throws Exception {
            scene.database()
                    .execute("UPDATE sales_etl.run_lease SET holder = 'another', load_connection = NULL,"
                            + " expires_at = UTC_TIMESTAMP(6) + INTERVAL 3 SECOND");
        }
    },
    FILE_WRITTEN_SLOWLY {
        @Override
        void happen(Scene scene) throws Exception {
            scene.drops().slowly();
        }
    },
    FILE_REPLACED {
        @Override
        void happen(Scene scene) throws Exception {
            scene.drops().andReplace();
        }
    },
    FILE_DROPPED_TWICE {
        @Override
        void happen(Scene scene) throws Exception {
            scene.drops().twice();
        }
    },
    FILE_RENAMED {
        @Override
        void happen(Scene scene) throws Exception {
            Path file = scene.drops().good();
            pause(Duration.ofMillis(scene.random().nextInt(1_500)));
            try {
                scene.drops().rename(file);
            } catch (IOException e) {
                log.info("{} had been taken already", file.getFileName());
            }
        }
    },
    FILE_DELETED {
        @Override
        void happen(Scene scene) throws Exception {
            Path file = scene.drops().good();
            pause(Duration.ofMillis(scene.random().nextInt(1_500)));
            scene.drops().delete(file);
        }
    },
    /** Beside the files that load already. */
    MANY_TINY_FILES {
        @Override
        void happen(Scene scene) throws Exception {
            scene.drops().tiny(TINY_FILES);
        }
    },
    /** Nobody can drop a file meanwhile. */
    INBOX_FULL(Place.INBOX),
    ARCHIVE_FULL(Place.ARCHIVE),
    DATA_FULL(Place.DATA),
    DATABASE_FULL(Place.DATABASE),
    MANY_CLIENTS {
        @Override
        void happen(Scene scene) throws Exception {
            Collection<String> wrong = Crowd.ask(scene.anyService(), CLIENTS, OUTAGE);
            if (!wrong.isEmpty()) {
                throw new AssertionError(String.join(", ", wrong));
            }
        }
    },
    SLOW_READERS {
        @Override
        void happen(Scene scene) throws Exception {
            Crowd.readSlowly(scene.anyService(), CLIENTS, OUTAGE);
        }
    },
    IDLE_CONNECTIONS {
        @Override
        void happen(Scene scene) throws Exception {
            int open = Crowd.holdIdle(scene.anyService(), IDLE, OUTAGE);
            log.info("{} idle connections were open", open);
        }
    },
    /** Somebody sets the clock two hours fast, then two hours slow. */
    CLOCK_SET(Need.FAKE_CLOCK) {
        @Override
        void happen(Scene scene) throws Exception {
            FakeClock clock = scene.anyService().clock();
            for (Duration fast : List.of(CLOCK_ERROR, CLOCK_ERROR.negated())) {
                clock.set(fast);
                pause(OUTAGE);
            }
            clock.set(Duration.ZERO);
        }
    },
    /** The clock passes the hour that is left out when summer time begins. */
    CLOCK_PASSES_A_GAP(Need.FAKE_CLOCK) {
        @Override
        void happen(Scene scene) throws Exception {
            ZoneOffsetTransition next = ServiceProcess.ZONE.getRules().nextTransition(Instant.now());
            while (!next.isGap()) {
                next = ServiceProcess.ZONE.getRules().nextTransition(next.getInstant());
            }
            FakeClock clock = scene.anyService().clock();
            clock.set(Duration.between(Instant.now().plus(OUTAGE.dividedBy(2)), next.getInstant()));
            pause(OUTAGE);
            clock.set(Duration.ZERO);
        }
    };

    private static final Logger log = LoggerFactory.getLogger(Fault.class);
    private static final Duration OUTAGE = Duration.ofSeconds(3);
    private static final Duration CLOCK_ERROR = Duration.ofHours(2);
    private static final int TINY_FILES = 100;
    private static final int CLIENTS = 200;
    private static final int IDLE = 10_000;
    private static final int SLICES = 30;
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(70);

    private final Need need;
    /** The place where a full disk is the whole fault; null for all other faults. */
    private final @Nullable Place full;

    Fault() {
        this(Need.NOTHING, null);
    }

    Fault(Need need) {
        this(need, null);
    }

    Fault(Place full) {
        this(Need.SMALL_DISKS, full);
    }

    Fault(Need need, @Nullable Place full) {
        this.need = need;
        this.full = full;
    }

    /** Whether this can happen on this machine. */
    boolean isPossible(Scene scene) throws IOException {
        return switch (need) {
            case NOTHING -> true;
            case SMALL_DISKS -> scene.hasSmallDisks();
            case FAKE_CLOCK -> FakeClock.exists();
        };
    }

    /** Breaks something, and mends it. */
    void happen(Scene scene) throws Exception {
        scene.fill(requireNonNull(full), OUTAGE);
    }

    private static long connection(Scene scene, long after) throws SQLException {
        return scene.database()
                .number("SELECT id FROM information_schema.processlist WHERE user = 'sales_etl' AND id > " + after
                        + " ORDER BY id LIMIT 1");
    }

    /** What not every machine has. */
    private enum Need {
        NOTHING,
        SMALL_DISKS,
        FAKE_CLOCK
    }
}
