SELECT file_id, why, row_count, amount
FROM etl_file_left_out
WHERE file_id IN (:#in:fileIds)
ORDER BY file_id, row_count DESC, why
