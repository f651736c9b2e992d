SELECT COUNT(*) - COUNT(sale_key) AS inserted, COUNT(sale_key) AS updated,
       COALESCE(SUM(IF(sale_key IS NULL, revenue, 0)), 0) AS inserted_revenue,
       COALESCE(SUM(IF(sale_key IS NULL, 0, revenue)), 0) AS updated_revenue
FROM changed_sale
