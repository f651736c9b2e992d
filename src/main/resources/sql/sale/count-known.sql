SELECT COUNT(*)
FROM fact_sales
WHERE sale_id IN (:#in:saleIds)
