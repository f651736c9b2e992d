SELECT quarantine_id, line, reasons, raw, occurrence
FROM quarantine
WHERE file_id = :fileId AND line > :afterLine AND status = 'rejected'
ORDER BY line
LIMIT :pageRows
