-- The questions that files wait for, and those about loaded files whose sales without a customer wait: one for all files with the same
-- columns, unless somebody has answered it.
SELECT (SELECT COUNT(*)
        FROM question q
          LEFT JOIN etl_file f ON f.file_id = q.file_id
        WHERE f.status = 'held' OR q.check_name IS NOT NULL)
     + :#guests
     - (SELECT COUNT(*)
        FROM file_answer
        WHERE header_hash IN (:#in:headers) AND about = 'guests' AND detail = '')
