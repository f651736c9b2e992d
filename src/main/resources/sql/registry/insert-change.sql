INSERT INTO saved_mapping (name, yaml, changed_at)
VALUES (:#name, :#yaml, UTC_TIMESTAMP(6))
