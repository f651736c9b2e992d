-- Fast with any number of files: two look-ups in an index, and one in a short table. The result is always one row.
SELECT f.file_id, f.loaded_at, newest.dismissal_id
FROM (SELECT MAX(file_id) AS file_id, (SELECT COALESCE(MAX(dismissal_id), 0) FROM dismissal) AS dismissal_id
      FROM etl_file
      WHERE status = 'loaded') newest
  LEFT JOIN etl_file f ON f.file_id = newest.file_id
