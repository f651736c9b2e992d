-- Every loaded file once, in the order in which they first came in.
SELECT archived_as, MIN(name) AS name, MIN(file_id) AS first_file_id
FROM etl_file
WHERE status = 'loaded' AND archived_as IS NOT NULL
GROUP BY archived_as
ORDER BY first_file_id
