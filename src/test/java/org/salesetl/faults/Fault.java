package org.salesetl.faults;

import static org.salesetl.faults.Signals.pause;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
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
                    .execute("UPDATE sales_etl.run_lease SET holder = 'another',"
                            + " expires_at = UTC_TIMESTAMP(6) + INTERVAL 3 SECOND");
        }
    },
    FILE_WRITTEN_SLOWLY {
        @Override
        void happen(Scene scene) throws Exception {
            scene.dropSlowly();
        }
    },
    FILE_REPLACED {
        @Override
        void happen(Scene scene) throws Exception {
            scene.dropAndReplace();
        }
    },
    FILE_DROPPED_TWICE {
        @Override
        void happen(Scene scene) throws Exception {
            scene.dropTwice();
        }
    },
    FILE_RENAMED {
        @Override
        void happen(Scene scene) throws Exception {
            Path file = scene.drop();
            pause(Duration.ofMillis(scene.random().nextInt(1_500)));
            try {
                scene.rename(file);
            } catch (IOException e) {
                log.info("{} had been taken already", file.getFileName());
            }
        }
    },
    FILE_DELETED {
        @Override
        void happen(Scene scene) throws Exception {
            Path file = scene.drop();
            pause(Duration.ofMillis(scene.random().nextInt(1_500)));
            if (Files.deleteIfExists(file)) {
                scene.forget(file);
            }
        }
    };

    private static final Logger log = LoggerFactory.getLogger(Fault.class);
    private static final Duration OUTAGE = Duration.ofSeconds(3);
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(70);

    /** Breaks something, and mends it. */
    abstract void happen(Scene scene) throws Exception;

    private static long connection(Scene scene, long after) throws SQLException {
        return scene.database()
                .number("SELECT id FROM information_schema.processlist WHERE user = 'sales_etl' AND id > " + after
                        + " ORDER BY id LIMIT 1");
    }
}
