SELECT run_id, triggered_by, mode, status, started_at, finished_at, message
FROM etl_run
WHERE run_id = (SELECT MAX(run_id) FROM etl_file)
