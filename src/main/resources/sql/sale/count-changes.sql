SELECT COUNT(*) - COUNT(sale_key) AS inserted, COUNT(sale_key) AS updated
FROM changed_sale
