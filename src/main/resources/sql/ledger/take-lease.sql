-- A lease of this instance's own is left by a process that died: the data folder takes one process at a time.
UPDATE run_lease
SET holder = ?, expires_at = UTC_TIMESTAMP(6) + INTERVAL 60 SECOND, cancel_run = NULL
WHERE lease_id = 1 AND (expires_at < UTC_TIMESTAMP(6) OR holder = ?)
