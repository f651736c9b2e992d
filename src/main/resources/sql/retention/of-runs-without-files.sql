          -- the ledger needs the runs of files, and an undo those that have read files again
          AND status <> 'running'
          AND mapping_name IS NULL
          AND NOT EXISTS (SELECT 1 FROM etl_file f WHERE f.run_id = etl_run.run_id)
