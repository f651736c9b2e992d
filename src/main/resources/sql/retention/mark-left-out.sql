-- The files of the rows that are deleted next.
UPDATE etl_file f
  JOIN (SELECT DISTINCT picked.file_id
        FROM (SELECT file_id
              FROM left_out_row
              WHERE file_id < :firstKept
              ORDER BY file_id, line
              LIMIT :most) picked) found ON found.file_id = f.file_id
SET f.left_out_deleted_at = UTC_TIMESTAMP(6)
WHERE f.left_out_deleted_at IS NULL
