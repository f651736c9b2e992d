INSERT INTO question (file_id, header_hash, about, detail, question, evidence, choices, suggested, asked_at)
VALUES (:#fileId, :#headerHash, :#about, :#detail, :#question, :#evidence, :#choices, :#suggested, UTC_TIMESTAMP(6))
