-- Remembers that the rejected events of a file are to be sent to the topic for these.
INSERT INTO outbox (event_id, type, file_id, payload, created_at)
SELECT UUID(), 'dead-letters', file_id, '{}', UTC_TIMESTAMP(6)
FROM etl_file
WHERE file_id = :#toldFileId AND rejected > 0
