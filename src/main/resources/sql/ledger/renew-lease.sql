UPDATE run_lease
SET expires_at = UTC_TIMESTAMP(6) + INTERVAL 60 SECOND, moved_at = UTC_TIMESTAMP(6) - INTERVAL ? SECOND, load_connection = COALESCE(?, 0)
WHERE lease_id = 1 AND holder = ?
