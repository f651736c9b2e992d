UPDATE etl_run
SET status = :#outcome, finished_at = UTC_TIMESTAMP(6), message = NULLIF(:#message, '')
WHERE run_id = :#runId
