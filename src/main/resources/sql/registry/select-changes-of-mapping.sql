SELECT change_id, yaml, changed_at
FROM saved_mapping
WHERE name = :#name
ORDER BY change_id DESC
LIMIT 20
