-- Lets one run go at a time, across every instance that shares the database: whoever is the holder, until the lease ends. Its one
-- row is made by the next migration.
CREATE TABLE IF NOT EXISTS run_lease (
  lease_id   TINYINT     NOT NULL,
  holder     CHAR(36),
  expires_at DATETIME(6) NOT NULL,
  cancel_run INT,
  PRIMARY KEY (lease_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
