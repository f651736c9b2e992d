SELECT file_id, reason, row_count
FROM etl_file_reason
WHERE file_id IN (:#in:fileIds)
ORDER BY file_id, row_count DESC, reason
