SELECT outcome, COUNT(*) AS row_count
FROM stage_sale
GROUP BY outcome
