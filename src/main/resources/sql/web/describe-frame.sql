-- What every page shows around its content.
SELECT (SELECT COUNT(*) FROM quarantine WHERE status IN ('rejected', 'parked')) AS quarantined,
       (SELECT MAX(loaded_at) FROM etl_file WHERE status = 'loaded') AS last_load,
       (SELECT MAX(run_id) FROM etl_run WHERE status = 'running') AS running_run
