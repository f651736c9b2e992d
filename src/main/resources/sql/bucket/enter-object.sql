INSERT IGNORE INTO fetched_object (object_hash, fetched_at) VALUES (:hash, UTC_TIMESTAMP(3))
