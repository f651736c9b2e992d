INSERT INTO file_answer (header_hash, about, answer, answered_at)
SELECT f.header_hash, :#about, :#answer, UTC_TIMESTAMP(6)
FROM etl_file f
WHERE f.file_id = :#fileId AND f.header_hash IS NOT NULL
ON DUPLICATE KEY UPDATE answer = VALUES(answer), answered_at = VALUES(answered_at)
