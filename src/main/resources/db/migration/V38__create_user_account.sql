-- Does nothing where it has been done, so that a start which was cut off can be repeated.
-- Who may sign in. The password is a salted hash, with the name of its algorithm before it. Whoever has a one-time password can only change it.
CREATE TABLE IF NOT EXISTS user_account (
  user_id    INT          NOT NULL AUTO_INCREMENT,
  name       VARCHAR(64)  NOT NULL,
  password   VARCHAR(255) NOT NULL,
  role       VARCHAR(16)  NOT NULL,
  enabled    BOOLEAN      NOT NULL,
  one_time   BOOLEAN      NOT NULL,
  created_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (user_id),
  UNIQUE KEY user_account_name (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
