DELETE FROM etl_run
WHERE run_id < :firstKeptRun
-- include retention/of-runs-without-files
ORDER BY run_id
LIMIT :most
