INSERT IGNORE INTO fetched_object (object_hash) VALUES (?)
