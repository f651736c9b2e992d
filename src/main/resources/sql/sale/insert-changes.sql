-- Most rows of a corrected file are unchanged, and this keeps them out of every later step.
INSERT INTO changed_sale (sale_key, file_id, line, sale_id, order_id, customer_key, product_key, date_key, quantity, unit_price,
                          revenue, cost, city, original_currency, original_amount)
SELECT f.sale_key, s.file_id, s.line, s.sale_id, s.order_id, s.customer_key, s.product_key, s.date_key, s.quantity, s.unit_price,
       s.revenue, s.cost, s.city, s.original_currency, s.original_amount
FROM stage_sale s
  LEFT JOIN fact_sales f FORCE INDEX (fact_sales_id) ON f.sale_id = s.sale_id
WHERE f.sale_key IS NULL
   OR f.order_id <> s.order_id
   OR f.customer_key <> s.customer_key
   OR f.product_key <> s.product_key
   OR f.date_key <> s.date_key
   OR f.quantity <> s.quantity
   OR f.unit_price <> s.unit_price
   OR f.revenue <> s.revenue
   OR NOT f.cost <=> s.cost
   OR NOT f.city <=> s.city
   OR NOT f.original_currency <=> s.original_currency
   OR NOT f.original_amount <=> s.original_amount
