SELECT run_id, triggered_by, mode, status, started_at, finished_at, message
FROM etl_run
ORDER BY run_id DESC
LIMIT :#limit OFFSET :#offset
