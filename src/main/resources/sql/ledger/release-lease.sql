UPDATE run_lease
SET holder = NULL, expires_at = UTC_TIMESTAMP(6), cancel_run = NULL, load_connection = NULL
WHERE lease_id = 1 AND holder = ?
