-- Rows that may be of the customer: what the record itself says decides.
SELECT q.quarantine_id, q.file_id, q.kind, q.customer_id, q.raw, q.faults, f.header, f.other_cells, f.customer_cells,
       f.separated_by AS delimiter
FROM quarantine q
  JOIN etl_file f ON f.file_id = q.file_id
WHERE q.quarantine_id > :after
  AND (q.customer_id = :id OR INSTR(q.raw, :id) > 0 OR INSTR(LOWER(q.raw), LOWER(:email)) > 0)
ORDER BY q.quarantine_id
LIMIT 500
