-- Every file with the same columns that has rejected sales which lack a customer and nothing else.
SELECT f.file_id, f.name AS file, f.header, f.separated_by AS delimiter, MAX(q.occurrence) IS NOT NULL AS numbered
FROM etl_file asked
  JOIN etl_file f ON f.header_hash = asked.header_hash
  JOIN quarantine q ON q.file_id = f.file_id
WHERE asked.file_id = :#fileId
  AND q.status = 'rejected' AND q.kind = 'sales' AND q.reasons = 'missing_customer_id'
GROUP BY f.file_id, f.name, f.header, f.separated_by
ORDER BY f.file_id
