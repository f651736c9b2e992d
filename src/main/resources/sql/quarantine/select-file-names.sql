SELECT DISTINCT f.name
FROM quarantine q
  JOIN etl_file f ON f.file_id = q.file_id
WHERE q.status IN ('rejected', 'parked')
ORDER BY f.name
