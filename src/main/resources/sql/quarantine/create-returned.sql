-- The quarantined rows that a file brings back. Only the connection of the load sees the table, and only while the file loads.
CREATE TEMPORARY TABLE returned_row (
  row_id BIGINT NOT NULL,
  line   INT    NOT NULL,
  PRIMARY KEY (row_id, line)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
