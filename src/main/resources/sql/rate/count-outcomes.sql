SELECT outcome, COUNT(*) AS row_count
FROM stage_rate
GROUP BY outcome
