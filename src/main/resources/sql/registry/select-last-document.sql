SELECT v.yaml
FROM etl_file f
  JOIN mapping_version v ON v.name = f.mapping_name AND v.version = f.mapping_version
WHERE f.mapping_name = :#name
  AND f.status = 'loaded'
ORDER BY f.file_id DESC
LIMIT 1
