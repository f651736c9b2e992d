-- The files that have come to an end since another file was the newest one, the first of them first.
SELECT name, run_id, status, inserted, updated, rejected + parked AS missing, inserted_revenue AS revenue, message
FROM etl_file
WHERE file_id > :#after
ORDER BY file_id
LIMIT 50
