DELETE FROM left_out_row
WHERE file_id < :firstKept
ORDER BY file_id, line
LIMIT :most
