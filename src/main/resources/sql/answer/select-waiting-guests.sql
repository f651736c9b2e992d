-- Rejected sales that lack a customer and nothing else, by the columns of their files: for the columns of some files, or for all. Each
-- group has its newest file, which stands for all of them, and the first of these sales in that file. Asked is whether nobody has said
-- what happens to them; the document of a mapping is always written in the same form.
SELECT g.file_id, f.name AS file, f.header_hash, f.archived_as, g.files, g.sales, g.revenue, q.line,
       JSON_UNQUOTE(JSON_EXTRACT(q.faults, '$[0].column')) AS column_name,
       a.answer IS NULL AND COALESCE(v.yaml, '') NOT LIKE '%without_customer: reject%' AS asked
FROM (SELECT MAX(q.file_id) AS file_id, COUNT(DISTINCT q.file_id) AS files, COUNT(*) AS sales, COALESCE(SUM(q.amount), 0) AS revenue
      FROM quarantine q
        JOIN etl_file c ON c.file_id = q.file_id
      WHERE q.status = 'rejected' AND q.reason = 'missing_customer_id' AND q.reasons = 'missing_customer_id'
        AND q.kind = 'sales'
        AND c.header_hash IS NOT NULL
        AND ((:#runId IS NULL AND :#fileId IS NULL AND :#name IS NULL)
             OR c.header_hash IN (SELECT header_hash FROM etl_file WHERE run_id = :#runId OR file_id = :#fileId OR name = :#name))
      GROUP BY c.header_hash) g
  JOIN etl_file f ON f.file_id = g.file_id
  JOIN quarantine q ON q.file_id = g.file_id
                   AND q.line = (SELECT MIN(line)
                                 FROM quarantine
                                 WHERE file_id = g.file_id AND status = 'rejected' AND reasons = 'missing_customer_id')
  LEFT JOIN mapping_version v ON v.name = f.mapping_name AND v.version = f.mapping_version
  LEFT JOIN file_answer a ON a.header_hash = f.header_hash AND a.about = 'guests' AND a.detail = ''
ORDER BY g.sales DESC, g.file_id
LIMIT 100
