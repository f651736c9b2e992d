-- Quarantined rows that were brought back or dismissed, by the content and line that they are from: a clean reload makes new
-- entries of the same rows, which have to be settled again.
CREATE TABLE IF NOT EXISTS settled_row (
  row_id       BIGINT   NOT NULL,
  sha256       CHAR(64) NOT NULL,
  line         INT      NOT NULL,
  dismissal_id INT,
  PRIMARY KEY (row_id),
  KEY settled_row_origin (sha256, line),
  CONSTRAINT settled_row_dismissal FOREIGN KEY (dismissal_id) REFERENCES dismissal (dismissal_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
