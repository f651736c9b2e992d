SELECT COUNT(*)
FROM quarantine
WHERE status IN ('rejected', 'parked')
