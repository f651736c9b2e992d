SELECT COUNT(*)
FROM etl_file
WHERE status = 'loaded'
