-- How long the run that has the lease, of whichever instance, has not moved; 0 if no run is going on.
SELECT COALESCE((SELECT TIMESTAMPDIFF(SECOND, moved_at, UTC_TIMESTAMP(6))
                 FROM run_lease
                 WHERE lease_id = 1 AND holder IS NOT NULL AND expires_at > UTC_TIMESTAMP(6)), 0)
