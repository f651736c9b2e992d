-- Only what changes is written to: most rows of a corrected file are as they were.
UPDATE stage_sale s
  LEFT JOIN fact_sales f ON f.sale_id = s.sale_id
SET s.outcome = IF(f.sale_key IS NULL, 'inserted', 'updated')
WHERE f.sale_key IS NULL
   OR f.order_id <> s.order_id
   OR f.customer_key <> s.customer_key
   OR f.product_key <> s.product_key
   OR f.date_key <> s.date_key
   OR f.quantity <> s.quantity
   OR f.unit_price <> s.unit_price
