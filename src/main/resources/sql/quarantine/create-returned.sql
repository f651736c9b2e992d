-- The quarantined rows that a file brings back. Lives as long as the load of that file, on its connection alone.
CREATE TEMPORARY TABLE returned_row (
  row_id BIGINT NOT NULL,
  line   INT    NOT NULL,
  PRIMARY KEY (row_id, line)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
