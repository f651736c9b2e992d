-- The numbers of the quarantined rows before a reload. Only the connection of the reload sees the table.
CREATE TEMPORARY TABLE noted_row (
  row_id BIGINT   NOT NULL,
  sha256 CHAR(64) NOT NULL,
  line   INT      NOT NULL,
  PRIMARY KEY (sha256, line, row_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
