-- Rejected sales that lack a customer and nothing else, by the columns of their files. Each group has its newest file, which stands for all
-- of them.
SELECT MAX(q.file_id) AS file_id, COUNT(DISTINCT q.file_id) AS files, COUNT(*) AS sales, COALESCE(SUM(q.amount), 0) AS revenue
FROM quarantine q
  JOIN etl_file c ON c.file_id = q.file_id
WHERE q.status = 'rejected' AND q.reason = 'missing_customer_id' AND q.reasons = 'missing_customer_id'
  AND q.kind = 'sales'
  AND c.header_hash IS NOT NULL
GROUP BY c.header_hash
ORDER BY sales DESC
LIMIT 10000
