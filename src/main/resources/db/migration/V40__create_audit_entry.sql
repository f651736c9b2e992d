-- Does nothing where it has been done, so that a start which was cut off can be repeated.
-- Who did what. Rows are only ever added. The user is a name and no key, because a user may be deleted.
CREATE TABLE IF NOT EXISTS audit_entry (
  entry_id     BIGINT       NOT NULL AUTO_INCREMENT,
  at           DATETIME(6)  NOT NULL,
  user_name    VARCHAR(150),
  address      VARCHAR(64)  NOT NULL,
  what         VARCHAR(32)  NOT NULL,
  thing        VARCHAR(255) NOT NULL,
  value_before TEXT,
  value_after  TEXT,
  PRIMARY KEY (entry_id),
  KEY audit_entry_what (what, entry_id),
  KEY audit_entry_user (user_name, entry_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
