-- Every file with these columns that has rejected sales which lack a customer and nothing else.
SELECT f.file_id, f.name AS file, f.header, f.separated_by AS delimiter, MAX(q.occurrence) IS NOT NULL AS numbered
FROM etl_file f
  JOIN quarantine q ON q.file_id = f.file_id
WHERE f.header_hash = :#headerHash
  AND q.status = 'rejected' AND q.kind = 'sales' AND q.reasons = 'missing_customer_id'
GROUP BY f.file_id, f.name, f.header, f.separated_by
ORDER BY f.file_id
