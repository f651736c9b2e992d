-- Rows that nobody is going to correct, and why.
CREATE TABLE IF NOT EXISTS dismissal (
  dismissal_id INT          NOT NULL AUTO_INCREMENT,
  note         VARCHAR(500) NOT NULL,
  dismissed_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (dismissal_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
