-- The sales in the quarantine that may belong to the slice.
SELECT COUNT(*) AS row_count, COALESCE(SUM(q.amount), 0) AS amount
FROM quarantine q
WHERE q.status IN ('rejected', 'parked')
  AND q.kind = 'sales'
-- include quarantine/of-slice
