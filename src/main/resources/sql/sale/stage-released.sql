-- Parked sales whose customer, product and price are known by now. Revenue and limit are those of any sale: ROUND rounds decimals
-- half-up, away from zero.
INSERT INTO stage_sale (file_id, line, sale_id, order_id, customer_key, product_key, date_key, quantity, unit_price,
                        revenue)
SELECT p.file_id, p.line, p.sale_id, p.order_id, c.customer_key, d.product_key,
       YEAR(p.sale_date) * 10000 + MONTH(p.sale_date) * 100 + DAY(p.sale_date), p.quantity, COALESCE(p.unit_price, d.price),
       COALESCE(p.amount, ROUND(p.quantity * COALESCE(p.unit_price, d.price), 4))
FROM parked_sale p
  JOIN dim_customer c ON c.customer_id = p.customer_id
  JOIN dim_product d ON d.product_id = p.product_id
WHERE COALESCE(p.unit_price, d.price) < 900000000000000
  AND ABS(ROUND(p.quantity * COALESCE(p.unit_price, d.price), 4)) < 900000000000000
