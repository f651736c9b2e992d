SELECT object_hash
FROM fetched_object
WHERE object_hash IN (:hashes)
