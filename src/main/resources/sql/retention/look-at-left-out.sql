-- The books say how many rows each file has. The entries of earlier readings have none any more.
SELECT COALESCE(SUM(f.left_out + f.withdrawn), 0) AS items, MIN(f.loaded_at) AS oldest,
       COALESCE(SUM(f.left_out + f.withdrawn), 0) * (SELECT COALESCE(MAX(avg_row_length), 0)
                                                     FROM information_schema.tables
                                                     WHERE table_schema = DATABASE() AND table_name = 'left_out_row') AS bytes
FROM etl_file f
WHERE f.file_id < :firstKept
  AND f.left_out + f.withdrawn > 0
  AND EXISTS (SELECT 1 FROM left_out_row l WHERE l.file_id = f.file_id)
