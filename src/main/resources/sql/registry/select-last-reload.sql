SELECT COALESCE(MAX(run_id), 0)
FROM etl_run
WHERE mode = 'reload' AND status = 'succeeded'
