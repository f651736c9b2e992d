SELECT object_hash
FROM fetched_object
WHERE object_hash IN (:hashes)
  AND (fetched_at IS NOT NULL OR claimed_at > UTC_TIMESTAMP(3) - INTERVAL 10 MINUTE)
