-- How many of these sales are known, and whether any sale is.
SELECT COUNT(*) AS known, EXISTS (SELECT 1 FROM fact_sales) AS any_is
FROM fact_sales
WHERE sale_id IN (:#in:saleIds)
