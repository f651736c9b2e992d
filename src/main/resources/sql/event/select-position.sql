-- Where the ledger stands in a partition; no row if it knows nothing of the partition.
SELECT to_offset
FROM event_batch
WHERE topic = ? AND partition_id = ?
ORDER BY from_offset DESC
LIMIT 1
