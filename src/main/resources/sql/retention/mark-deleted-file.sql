UPDATE etl_file
SET archive_deleted_at = UTC_TIMESTAMP(6)
WHERE sha256 = :sha256
  AND archived_as = :archivedAs
  AND archive_deleted_at IS NULL
