-- If the line of the new file is in the quarantine too, the row is still wrong or waits. Then the new entry replaces the old entry.
UPDATE quarantine q
  JOIN etl_file f ON f.file_id = q.file_id
  JOIN settled_row s ON s.sha256 = f.sha256 AND s.line = q.line
  JOIN returned_row r ON r.row_id = s.row_id
  LEFT JOIN quarantine again ON again.file_id = :#fileId AND again.line = r.line
SET q.status       = IF(again.quarantine_id IS NULL, 'resolved', 'superseded'),
    q.settled_by   = :#fileId,
    q.settled_line = r.line
WHERE q.status = 'rejected' AND q.kind = :#kind AND q.file_id <> :#fileId
