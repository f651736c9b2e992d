-- How the file was written that a returned row is from: the row is written as it was there.
SELECT f.date_order, f.decimal_mark
FROM quarantine q
  JOIN etl_file f ON f.file_id = q.file_id
WHERE q.quarantine_id = :#returnedRow AND f.date_order IS NOT NULL
