SELECT f.name, f.mapping_version, f.run_id, f.loaded_at
FROM etl_file f
WHERE f.mapping_name = :#name
  AND f.status = 'loaded'
  AND NOT EXISTS (SELECT 1
                  FROM etl_file later
                  WHERE later.sha256 = f.sha256
                    AND later.status = 'loaded'
                    AND later.file_id > f.file_id)
ORDER BY f.file_id DESC
LIMIT 100
