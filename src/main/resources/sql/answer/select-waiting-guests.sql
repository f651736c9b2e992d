-- The sums of sum-up-guests, for the columns of some files or for all, with the first of these sales in the newest file. Asked is whether
-- nobody has said what happens to them; the document of a mapping is always written in the same form.
SELECT g.file_id, f.name AS file, f.header_hash, f.archived_as, g.files, g.sales, g.revenue, q.line,
       JSON_UNQUOTE(JSON_EXTRACT(q.faults, '$[0].column')) AS column_name,
       a.answer IS NULL AND COALESCE(v.yaml, '') NOT LIKE '%without_customer: reject%' AS asked
FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
       file_id INT PATH '$[0]',
       files BIGINT PATH '$[1]',
       sales BIGINT PATH '$[2]',
       revenue DECIMAL(38, 4) PATH '$[3]')) g
  JOIN etl_file f ON f.file_id = g.file_id
  JOIN quarantine q ON q.file_id = g.file_id
                   AND q.line = (SELECT MIN(line)
                                 FROM quarantine
                                 WHERE file_id = g.file_id AND status = 'rejected' AND reasons = 'missing_customer_id')
  LEFT JOIN mapping_version v ON v.name = f.mapping_name AND v.version = f.mapping_version
  LEFT JOIN file_answer a ON a.header_hash = f.header_hash AND a.about = 'guests' AND a.detail = ''
WHERE (:#runId IS NULL AND :#fileId IS NULL AND :#name IS NULL)
   OR f.header_hash IN (SELECT header_hash FROM etl_file WHERE run_id = :#runId OR file_id = :#fileId OR name = :#name)
ORDER BY g.sales DESC, g.file_id
LIMIT 100
