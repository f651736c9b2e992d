-- A sale that came to nothing waits for nothing.
UPDATE left_out_row l
  STRAIGHT_JOIN quarantine q ON q.sale_id = l.sale_id
SET q.status = 'superseded', q.settled_by = :#fileId, q.settled_line = l.line
WHERE l.file_id = :#fileId
  AND q.status IN ('rejected', 'parked')
  AND (q.file_id <> :#fileId OR q.line < l.line)
