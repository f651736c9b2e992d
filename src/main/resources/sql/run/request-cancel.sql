-- The instance that holds the lease sees the request when it renews the lease.
UPDATE run_lease
SET cancel_run = :#runId
WHERE lease_id = 1 AND expires_at > UTC_TIMESTAMP(6)
  AND EXISTS (SELECT 1 FROM etl_run WHERE run_id = :#runId AND status = 'running')
