-- The next rejected events of a file of events, with the place of the file in the archive.
SELECT q.line, q.reasons, q.faults, q.raw, f.archived_as, f.name, f.encoding, b.topic, b.partition_id, b.from_offset, b.to_offset, b.event_count
FROM quarantine q
  JOIN etl_file f ON f.file_id = q.file_id
  JOIN event_batch b ON b.file_id = q.file_id
WHERE q.file_id = ? AND q.line > ? AND q.reason NOT IN ('unknown_customer', 'unknown_product', 'missing_price', 'missing_rate')
ORDER BY q.line
LIMIT 500
