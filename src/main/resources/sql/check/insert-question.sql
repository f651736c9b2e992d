INSERT INTO question (check_name, header_hash, about, detail, question, evidence, choices, suggested, asked_at)
VALUES (:#checkName, :#headerHash, :#about, :#detail, :#question, :#evidence, :#choices, :#suggested, UTC_TIMESTAMP(6))
