-- What somebody said of the dates in files with these columns: asked only where a file itself does not tell.
CREATE TABLE IF NOT EXISTS date_order_answer (
  header_hash CHAR(64)    NOT NULL,
  date_order  VARCHAR(16) NOT NULL,
  answered_at DATETIME(6) NOT NULL,
  PRIMARY KEY (header_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
