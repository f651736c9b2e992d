-- The questions that files wait for, and those about loaded files whose sales without a customer wait: one for all files with the same
-- columns. The index tells the files that have such rows at all; one row of a file is enough, so the statement looks for no more: every
-- page asks it.
SELECT (SELECT COUNT(*)
        FROM question q
          LEFT JOIN etl_file f ON f.file_id = q.file_id
        WHERE f.status = 'held' OR q.check_name IS NOT NULL)
     + (SELECT COUNT(DISTINCT f.header_hash)
        FROM (SELECT DISTINCT file_id
              FROM quarantine
              WHERE status = 'rejected' AND reason = 'missing_customer_id') w
          JOIN etl_file f ON f.file_id = w.file_id
          LEFT JOIN mapping_version v ON v.name = f.mapping_name AND v.version = f.mapping_version
        WHERE COALESCE(v.yaml, '') NOT LIKE '%without_customer: reject%'
          AND NOT EXISTS (SELECT 1
                          FROM file_answer a
                          WHERE a.header_hash = f.header_hash AND a.about = 'guests' AND a.detail = '')
          AND (SELECT 1
               FROM quarantine q
               WHERE q.file_id = f.file_id
                 AND q.status = 'rejected' AND q.reason = 'missing_customer_id' AND q.reasons = 'missing_customer_id'
                 AND q.kind = 'sales'
               LIMIT 1) IS NOT NULL)
