SELECT MAX(loaded_at) AS last_load
FROM etl_file
WHERE status = 'loaded'
