-- One row a run. Times are UTC.
CREATE TABLE IF NOT EXISTS etl_run (
  run_id       INT          NOT NULL AUTO_INCREMENT,
  triggered_by VARCHAR(16)  NOT NULL,
  mode         VARCHAR(16)  NOT NULL,
  status       VARCHAR(16)  NOT NULL,
  started_at   DATETIME(6)  NOT NULL,
  finished_at  DATETIME(6),
  message      VARCHAR(1000),
  PRIMARY KEY (run_id),
  KEY etl_run_status (status)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
