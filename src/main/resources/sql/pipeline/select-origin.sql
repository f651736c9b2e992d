-- The conventions of the file from which a returned row comes: the row is still written in that way.
SELECT f.date_order, f.decimal_mark, f.currencies
FROM quarantine q
  JOIN etl_file f ON f.file_id = q.file_id
WHERE q.quarantine_id = :#returnedRow AND f.date_order IS NOT NULL
