-- Does nothing where it has been done, so that a start which was cut off can be repeated.
-- Sessions of users, for all instances. Names and types are those that Spring Session expects.
CREATE TABLE IF NOT EXISTS user_session (
  PRIMARY_ID            CHAR(36)     NOT NULL,
  SESSION_ID            CHAR(36)     NOT NULL,
  CREATION_TIME         BIGINT       NOT NULL,
  LAST_ACCESS_TIME      BIGINT       NOT NULL,
  MAX_INACTIVE_INTERVAL INT          NOT NULL,
  EXPIRY_TIME           BIGINT       NOT NULL,
  PRINCIPAL_NAME        VARCHAR(200),
  PRIMARY KEY (PRIMARY_ID),
  UNIQUE KEY user_session_id (SESSION_ID),
  KEY user_session_expiry (EXPIRY_TIME),
  KEY user_session_principal (PRINCIPAL_NAME)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE TABLE IF NOT EXISTS user_session_ATTRIBUTES (
  SESSION_PRIMARY_ID CHAR(36)     NOT NULL,
  ATTRIBUTE_NAME     VARCHAR(200) NOT NULL,
  ATTRIBUTE_BYTES    BLOB         NOT NULL,
  PRIMARY KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
  CONSTRAINT user_session_attributes_session FOREIGN KEY (SESSION_PRIMARY_ID) REFERENCES user_session (PRIMARY_ID) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- Secrets that all instances know, and nobody else.
CREATE TABLE IF NOT EXISTS shared_secret (
  name   VARCHAR(40)   NOT NULL,
  secret VARBINARY(64) NOT NULL,
  PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- When the clock last started each scheduled job, on whichever instance.
CREATE TABLE IF NOT EXISTS scheduled_job (
  name     VARCHAR(40) NOT NULL,
  fired_at DATETIME(3) NOT NULL,
  PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- The connection on which the holder of the lease loads a file, so that whoever takes the lease over can end what a dead holder left there;
-- 0 if it loads none. Null if nobody has the lease, or a holder of an older version, which gives no sign of life.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'run_lease' AND column_name = 'load_connection'),
  'DO 0',
  'ALTER TABLE run_lease
     ADD COLUMN load_connection BIGINT UNSIGNED');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
