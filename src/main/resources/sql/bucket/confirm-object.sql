UPDATE fetched_object
SET fetched_at = UTC_TIMESTAMP(3)
WHERE object_hash = ?
