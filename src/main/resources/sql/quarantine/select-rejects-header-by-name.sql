-- The header of the newest file of this name that has rejected rows.
SELECT f.header, f.other_cells, f.separated_by AS delimiter, MAX(q.occurrence) IS NOT NULL AS numbered
FROM etl_file f
  JOIN quarantine q ON q.file_id = f.file_id
WHERE f.name = :#file AND q.status = 'rejected'
GROUP BY f.file_id, f.header, f.other_cells, f.separated_by
ORDER BY f.file_id DESC
LIMIT 1
