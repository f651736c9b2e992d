SELECT COUNT(*) AS items, MIN(started_at) AS oldest,
       COUNT(*) * (SELECT COALESCE(MAX(avg_row_length), 0)
                   FROM information_schema.tables
                   WHERE table_schema = DATABASE() AND table_name = 'etl_run') AS bytes
FROM etl_run
WHERE run_id < :firstKeptRun
-- include retention/of-runs-without-files
