-- Rejected sales that lack a customer and nothing else, by the columns of their files: for the columns of the files of a run, or for
-- all. Each group with one of its files, which stands for all of them.
SELECT g.file_id, f.name AS file, g.files, g.sales, g.revenue
FROM (SELECT MAX(q.file_id) AS file_id, COUNT(DISTINCT q.file_id) AS files, COUNT(*) AS sales, COALESCE(SUM(q.amount), 0) AS revenue
      FROM quarantine q
        JOIN etl_file c ON c.file_id = q.file_id
      WHERE q.status = 'rejected' AND q.reason = 'missing_customer_id' AND q.reasons = 'missing_customer_id'
        AND q.kind = 'sales'
        AND c.header_hash IS NOT NULL
        AND (:#runId = 0 OR c.header_hash IN (SELECT header_hash FROM etl_file WHERE run_id = :#runId))
      GROUP BY c.header_hash) g
  JOIN etl_file f ON f.file_id = g.file_id
ORDER BY g.sales DESC, g.file_id
LIMIT 20
