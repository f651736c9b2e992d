-- What has happened to files and has not been told on a topic yet, in the order in which it happened. A row is written in the transaction
-- of what it tells, and deleted when the broker has it. An instance claims the first row before it tells the rows from there on.
CREATE TABLE IF NOT EXISTS outbox (
  outbox_id     BIGINT       NOT NULL AUTO_INCREMENT,
  event_id      CHAR(36)     NOT NULL,
  type          VARCHAR(32)  NOT NULL,
  file_id       INT          NOT NULL,
  payload       TEXT         NOT NULL,
  created_at    DATETIME(6)  NOT NULL,
  claimed_by    CHAR(36),
  claimed_until DATETIME(6),
  PRIMARY KEY (outbox_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
