SELECT (SELECT MAX(run_id) FROM etl_run) AS newest_run,
       (SELECT MAX(run_id) FROM etl_run WHERE status = 'running') AS running_run,
       (SELECT MAX(file_id) FROM etl_file) AS newest_file
