SELECT status, reason, COUNT(*) AS row_count, COALESCE(SUM(amount), 0) AS amount
FROM quarantine
WHERE status IN ('rejected', 'parked')
GROUP BY status, reason
ORDER BY status DESC, row_count DESC, reason
