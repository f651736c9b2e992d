-- Rows that did not load. Status: rejected or parked while somebody or something is awaited, released when a parked
-- sale has loaded by itself, superseded when a newer drop brought the same sale. Reason is the first of the
-- comma-separated reasons; faults is JSON: [{"code","column","value","message"}]. Occurrence tells a rejected sale without
-- an id from others of the same product in the same order.
CREATE TABLE IF NOT EXISTS quarantine (
  quarantine_id BIGINT       NOT NULL AUTO_INCREMENT,
  file_id       INT          NOT NULL,
  line          INT          NOT NULL,
  kind          VARCHAR(16)  NOT NULL,
  status        VARCHAR(16)  NOT NULL,
  reason        VARCHAR(32)  NOT NULL,
  reasons       VARCHAR(512) NOT NULL,
  faults        LONGTEXT     NOT NULL,
  raw           LONGTEXT     NOT NULL,
  occurrence    INT,
  settled_by    INT,
  PRIMARY KEY (quarantine_id),
  UNIQUE KEY quarantine_file_line (file_id, line),
  KEY quarantine_status_reason (status, reason),
  KEY quarantine_settled_by (settled_by),
  CONSTRAINT quarantine_file FOREIGN KEY (file_id) REFERENCES etl_file (file_id),
  CONSTRAINT quarantine_settled_by FOREIGN KEY (settled_by) REFERENCES etl_file (file_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
