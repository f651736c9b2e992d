-- Does nothing where it has been done, so that a start which was cut off can be repeated.
-- Objects of a bucket that lie in the inbox, or did. The hash is of the bucket, the key, the version and the time.
CREATE TABLE IF NOT EXISTS fetched_object (
  object_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fetched_at  DATETIME(3) NOT NULL,
  PRIMARY KEY (object_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
