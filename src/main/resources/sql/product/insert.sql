INSERT INTO dim_product (product_id, name, category, cost_price, price, source_file_id, source_line)
SELECT product_id, name, category, cost_price, price, :#fileId, line
FROM stage_product
WHERE outcome = 'inserted'
ORDER BY line
