-- Where the ledger stands in a partition; null if it knows nothing of the partition.
SELECT MAX(to_offset)
FROM event_batch
WHERE topic = ? AND partition_id = ?
