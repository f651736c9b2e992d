-- A lease with the name of this instance was left by a process that died, because only one process can use a data folder at a time.
UPDATE run_lease
SET holder = ?, expires_at = UTC_TIMESTAMP(6) + INTERVAL 60 SECOND, moved_at = UTC_TIMESTAMP(6), cancel_run = NULL,
    load_connection = 0
WHERE lease_id = 1
  AND (expires_at < UTC_TIMESTAMP(6) OR holder = ? OR (holder = ? AND expires_at < UTC_TIMESTAMP(6) + INTERVAL 56 SECOND))
