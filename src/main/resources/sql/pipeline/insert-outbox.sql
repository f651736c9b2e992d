-- Tells how a file ended, with its counts and the days on which it changed something.
INSERT INTO outbox (event_id, type, file_id, payload, created_at)
SELECT UUID(),
       CASE f.status
         WHEN 'loaded' THEN CONCAT(TRIM(TRAILING 's' FROM f.kind), '.loaded')
         WHEN 'held' THEN 'question.asked'
         ELSE CONCAT('file.', f.status)
       END,
       f.file_id,
       JSON_OBJECT('file', f.file_id, 'run', f.run_id, 'mode', r.mode, 'name', f.name, 'sha256', f.sha256, 'kind', f.kind,
                   'mapping', f.mapping_name, 'status', f.status, 'message', f.message, 'rows_read', f.rows_read,
                   'inserted', f.inserted, 'updated', f.updated, 'unchanged', f.unchanged, 'withdrawn', f.withdrawn,
                   'left_out', f.left_out, 'rejected', f.rejected, 'parked', f.parked, 'released', f.released,
                   'first_day', :#firstDay, 'last_day', :#lastDay, 'topic', b.topic, 'partition', b.partition_id,
                   'from_offset', b.from_offset, 'to_offset', b.to_offset),
       UTC_TIMESTAMP(6)
FROM etl_file f
  JOIN etl_run r ON r.run_id = f.run_id
  LEFT JOIN event_batch b ON b.file_id = f.file_id
WHERE f.file_id = :#toldFileId
