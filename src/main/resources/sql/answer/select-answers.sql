SELECT about, detail, answer
FROM file_answer
WHERE header_hash = :#headerHash
