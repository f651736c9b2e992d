INSERT INTO etl_run (triggered_by, mode, status, started_at)
VALUES (:#trigger, :#mode, 'running', UTC_TIMESTAMP(6))
