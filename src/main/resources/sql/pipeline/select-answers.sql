SELECT about, answer
FROM file_answer
WHERE header_hash = :#headerHash
