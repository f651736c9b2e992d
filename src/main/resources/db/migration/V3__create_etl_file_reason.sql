-- How many rows of a file were rejected or parked, by their first reason.
CREATE TABLE IF NOT EXISTS etl_file_reason (
  file_id   INT          NOT NULL,
  reason    VARCHAR(32)  NOT NULL,
  row_count INT          NOT NULL,
  PRIMARY KEY (file_id, reason),
  CONSTRAINT etl_file_reason_file FOREIGN KEY (file_id) REFERENCES etl_file (file_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
