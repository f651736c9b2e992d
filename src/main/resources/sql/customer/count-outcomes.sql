SELECT outcome, COUNT(*) AS row_count
FROM stage_customer
GROUP BY outcome
