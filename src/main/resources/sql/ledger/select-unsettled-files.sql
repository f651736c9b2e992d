-- Files of the last 30 days that did not load, unless a later file has the same name.
SELECT f.run_id, f.name, f.status, f.message, f.loaded_at
FROM etl_file f
WHERE f.status IN ('refused', 'failed', 'held')
  AND f.loaded_at > UTC_TIMESTAMP() - INTERVAL 30 DAY
  AND NOT EXISTS (SELECT 1
                  FROM etl_file later
                  WHERE later.name = f.name
                    AND later.file_id > f.file_id)
ORDER BY f.file_id DESC
LIMIT 10
