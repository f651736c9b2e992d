-- The books: one row for every file that a run took, with one outcome for every row of that file:
-- rows_read = inserted + updated + unchanged + rejected + parked. Released counts the parked sales of
-- earlier files that this one set free; they are in those files' books as parked.
CREATE TABLE IF NOT EXISTS etl_file (
  file_id      INT           NOT NULL AUTO_INCREMENT,
  run_id       INT           NOT NULL,
  name         VARCHAR(255)  NOT NULL,
  kind         VARCHAR(16),
  sha256       CHAR(64)      NOT NULL,
  size_bytes   BIGINT        NOT NULL,
  status       VARCHAR(16)   NOT NULL,
  rows_read    INT           NOT NULL DEFAULT 0,
  inserted     INT           NOT NULL DEFAULT 0,
  updated      INT           NOT NULL DEFAULT 0,
  unchanged    INT           NOT NULL DEFAULT 0,
  rejected     INT           NOT NULL DEFAULT 0,
  parked       INT           NOT NULL DEFAULT 0,
  blank        INT           NOT NULL DEFAULT 0,
  repaired     INT           NOT NULL DEFAULT 0,
  released     INT           NOT NULL DEFAULT 0,
  message      VARCHAR(2000),
  header       TEXT,
  separated_by VARCHAR(1),
  archived_as  VARCHAR(1000),
  loaded_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (file_id),
  KEY etl_file_sha256 (sha256),
  KEY etl_file_run (run_id),
  KEY etl_file_loaded_at (loaded_at),
  CONSTRAINT etl_file_run FOREIGN KEY (run_id) REFERENCES etl_run (run_id),
  CONSTRAINT etl_file_balances CHECK (rows_read = inserted + updated + unchanged + rejected + parked)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
