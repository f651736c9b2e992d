-- Every row has a file. The outer join makes the server begin with the rows, in the order of the index, unless a file is named.
SELECT q.quarantine_id, f.name AS file, q.line, q.kind, q.status, q.reasons, q.faults, q.raw, q.amount, q.original_currency,
       q.original_amount, f.loaded_at, s.name AS settled_by, q.settled_line, d.note, f.header, f.other_cells, f.customer_cells, f.separated_by AS delimiter
FROM quarantine q
  LEFT JOIN etl_file f ON f.file_id = q.file_id
  LEFT JOIN etl_file s ON s.file_id = q.settled_by
  LEFT JOIN dismissal d ON d.dismissal_id = q.dismissal_id
WHERE q.status IN (:#in:statuses)
  AND (:#reason IS NULL OR FIND_IN_SET(:#reason, q.reasons))
  AND (:#file IS NULL OR f.name = :#file)
  AND (:#text IS NULL OR INSTR(q.raw, :#text) > 0)
  AND (:#anyKind OR q.kind = 'sales')
-- include quarantine/of-slice
ORDER BY q.file_id DESC, q.line
LIMIT :#limit OFFSET :#offset
