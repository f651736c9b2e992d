-- Does nothing where it has been done, so that a start which was cut off can be repeated.
-- What programs sign in with. Only a hash of a token is kept; nobody can guess a token, so the hash needs no salt. A token goes with its user.
CREATE TABLE IF NOT EXISTS api_token (
  token_id   INT         NOT NULL AUTO_INCREMENT,
  user_id    INT         NOT NULL,
  name       VARCHAR(64) NOT NULL,
  role       VARCHAR(16) NOT NULL,
  token_hash CHAR(64)    NOT NULL,
  created_at DATETIME(6) NOT NULL,
  last_day   DATE        NOT NULL,
  PRIMARY KEY (token_id),
  UNIQUE KEY api_token_hash (token_hash),
  KEY api_token_user (user_id),
  CONSTRAINT api_token_user FOREIGN KEY (user_id) REFERENCES user_account (user_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
