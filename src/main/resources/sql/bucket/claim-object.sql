UPDATE fetched_object
SET claimed_at = UTC_TIMESTAMP(3)
WHERE object_hash = ?
  AND fetched_at IS NULL
  AND (claimed_at IS NULL OR claimed_at <= UTC_TIMESTAMP(3) - INTERVAL 10 MINUTE)
