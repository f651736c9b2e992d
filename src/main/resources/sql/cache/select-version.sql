-- Two reads by index, however many files there are; always one row.
SELECT f.file_id, f.loaded_at
FROM (SELECT MAX(file_id) AS file_id FROM etl_file WHERE status = 'loaded') newest
  LEFT JOIN etl_file f ON f.file_id = newest.file_id
