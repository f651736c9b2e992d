-- The columns of the loaded files whose sales without a customer wait. The index tells the files that have such rows at all; one row of a
-- file is enough, so the statement looks for no more.
SELECT DISTINCT f.header_hash
FROM (SELECT DISTINCT file_id
      FROM quarantine
      WHERE status = 'rejected' AND reason = 'missing_customer_id') w
  JOIN etl_file f ON f.file_id = w.file_id
  LEFT JOIN mapping_version v ON v.name = f.mapping_name AND v.version = f.mapping_version
WHERE f.header_hash IS NOT NULL
  AND COALESCE(v.yaml, '') NOT LIKE '%without_customer: reject%'
  AND (SELECT 1
       FROM quarantine q
       WHERE q.file_id = f.file_id
         AND q.status = 'rejected' AND q.reason = 'missing_customer_id' AND q.reasons = 'missing_customer_id'
         AND q.kind = 'sales'
       LIMIT 1) IS NOT NULL
