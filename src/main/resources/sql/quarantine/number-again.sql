-- No other row has the number: those that the reload makes are higher than all before.
UPDATE quarantine q
  JOIN etl_file f ON f.file_id = q.file_id
  JOIN noted_row n ON n.sha256 = f.sha256 AND n.line = q.line
SET q.quarantine_id = n.row_id
WHERE q.file_id = :#fileId
