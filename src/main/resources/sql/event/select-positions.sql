-- Where the ledger stands in all partitions, and when the newest event of the last file of each was written.
SELECT b.topic, b.partition_id, b.to_offset, b.newest_at
FROM event_batch b
  JOIN (SELECT topic, partition_id, MAX(from_offset) AS from_offset
        FROM event_batch
        GROUP BY topic, partition_id) last
    ON last.topic = b.topic AND last.partition_id = b.partition_id AND last.from_offset = b.from_offset
