INSERT INTO date_order_answer (header_hash, date_order, answered_at)
SELECT f.header_hash, :#dateOrder, UTC_TIMESTAMP(6)
FROM etl_file f
WHERE f.file_id = :#fileId AND f.status = 'held'
ON DUPLICATE KEY UPDATE date_order = VALUES(date_order), answered_at = VALUES(answered_at)
