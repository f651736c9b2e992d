UPDATE fetched_object
SET claimed_at = NULL
WHERE object_hash = ?
  AND fetched_at IS NULL
