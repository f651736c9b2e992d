SELECT status, COUNT(*) AS row_count, COALESCE(SUM(amount), 0) AS revenue
FROM quarantine
WHERE status IN ('rejected', 'parked')
GROUP BY status
