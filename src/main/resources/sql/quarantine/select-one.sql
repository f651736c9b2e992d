SELECT q.quarantine_id, f.name AS file, q.line, q.kind, q.status, q.reasons, q.faults, q.raw, q.amount, q.original_currency,
       q.original_amount, f.loaded_at, s.name AS settled_by, q.settled_line, d.note, f.header, f.other_cells, f.customer_cells, f.separated_by AS delimiter
FROM quarantine q
  JOIN etl_file f ON f.file_id = q.file_id
  LEFT JOIN etl_file s ON s.file_id = q.settled_by
  LEFT JOIN dismissal d ON d.dismissal_id = q.dismissal_id
WHERE q.quarantine_id = :#id
