FROM etl_file
WHERE file_id > :after
  AND file_id < :firstKept
  AND status IN ('loaded', 'already_loaded', 'unpacked')
  AND archived_as IS NOT NULL
  AND archive_deleted_at IS NULL
