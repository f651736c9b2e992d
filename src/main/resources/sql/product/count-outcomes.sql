SELECT outcome, COUNT(*) AS row_count
FROM stage_product
GROUP BY outcome
