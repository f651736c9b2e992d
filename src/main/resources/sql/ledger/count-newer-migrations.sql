SELECT COUNT(*)
FROM flyway_schema_history
WHERE installed_rank > ? AND version IS NOT NULL
