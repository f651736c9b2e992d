SELECT MAX(run_id)
FROM etl_run
WHERE status = 'running'
