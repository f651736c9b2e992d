-- The conventions of the file from which a returned row comes: the row is still written in that way. The row may have left the
-- quarantine.
SELECT f.date_order, f.decimal_mark, f.currencies, f.discount_unit
FROM (SELECT o.sha256
      FROM quarantine q
        JOIN etl_file o ON o.file_id = q.file_id
      WHERE q.quarantine_id = :#returnedRow
      UNION ALL
      SELECT s.sha256
      FROM settled_row s
      WHERE s.row_id = :#returnedRow) origin
  JOIN etl_file f ON f.sha256 = origin.sha256
WHERE f.status = 'loaded' AND f.date_order IS NOT NULL
ORDER BY f.file_id DESC
LIMIT 1
