-- Does nothing where it has been done, so that a start which was cut off can be repeated.
-- Objects of a bucket that lie in the inbox, or whose content is on its way there. The hash is of the bucket, the key and the version.
CREATE TABLE IF NOT EXISTS fetched_object (
  object_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  claimed_at  DATETIME(3),
  fetched_at  DATETIME(3),
  PRIMARY KEY (object_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
