SELECT run_id, COUNT(*) AS files, SUM(rows_read) AS rows_read, SUM(inserted) AS inserted, SUM(updated) AS updated,
       SUM(unchanged) AS unchanged, SUM(rejected) AS rejected, SUM(parked) AS parked
FROM etl_file
WHERE run_id IN (:#in:runIds)
GROUP BY run_id
