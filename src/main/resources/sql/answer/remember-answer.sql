INSERT INTO file_answer (header_hash, about, detail, answer, answered_at)
VALUES (:#headerHash, :#about, :#detail, :#answer, UTC_TIMESTAMP(6))
ON DUPLICATE KEY UPDATE answer = VALUES(answer), answered_at = VALUES(answered_at)
