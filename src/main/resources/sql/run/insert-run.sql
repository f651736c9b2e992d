INSERT INTO etl_run (triggered_by, mode, status, mapping_name, undone_run, started_at)
VALUES (:#trigger, :#mode, 'running', :#rereadMapping, :#undoneRun, UTC_TIMESTAMP(6))
