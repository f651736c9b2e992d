-- Enters the events of the file that was entered last. Inserts nothing unless the ledger stands where they begin, or knows nothing of
-- their partition.
INSERT INTO event_batch (topic, partition_id, from_offset, to_offset, file_id, event_count, newest_at)
SELECT :#topic, :#partition, :#fromOffset, :#toOffset, LAST_INSERT_ID(), :#events, :#newestAt
FROM (SELECT COALESCE((SELECT to_offset
                       FROM event_batch
                       WHERE topic = :#topic AND partition_id = :#partition
                       ORDER BY from_offset DESC
                       LIMIT 1), :#fromOffset) AS position) ledger
WHERE position = :#fromOffset
