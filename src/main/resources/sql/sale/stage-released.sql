-- Parked sales whose customer, product, price and rate are known by now. Revenue, limit and rate are those of any sale: ROUND rounds
-- decimals half-up, away from zero, and the rate is the latest of the seven days up to that of the sale. The cost that the file gives
-- comes before that of the product, which is in the currency of the warehouse.
INSERT INTO stage_sale (file_id, line, sale_id, order_id, customer_key, product_key, date_key, quantity, unit_price,
                        revenue, cost, city, original_currency, original_amount)
SELECT s.file_id, s.line, s.sale_id, s.order_id, s.customer_key, s.product_key,
       YEAR(s.sale_date) * 10000 + MONTH(s.sale_date) * 100 + DAY(s.sale_date), s.quantity, ROUND(s.price * s.rate, 4),
       ROUND(s.original * s.rate, 4), COALESCE(ROUND(s.cost * s.rate, 4), ROUND(s.quantity * s.cost_price, 4)), s.city, s.currency, IF(s.currency IS NULL, NULL, s.original)
FROM (SELECT p.file_id, p.line, p.sale_id, p.order_id, c.customer_key, d.product_key, p.sale_date, p.quantity, p.currency, p.cost, p.city,
             d.cost_price,
             COALESCE(p.unit_price, d.price) AS price,
             COALESCE(p.amount, ROUND(p.quantity * COALESCE(p.unit_price, d.price), 4)) AS original,
             IF(p.currency IS NULL, 1,
                (SELECT r.rate
                 FROM exchange_rate r
                 WHERE r.currency = p.currency
                   AND r.warehouse_currency = (SELECT w.currency FROM warehouse_currency w)
                   AND r.date BETWEEN p.sale_date - INTERVAL 6 DAY AND p.sale_date
                 ORDER BY r.date DESC
                 LIMIT 1)) AS rate
      FROM parked_sale p
        JOIN dim_customer c ON c.customer_id = p.customer_id
        JOIN dim_product d ON d.product_id = p.product_id) s
WHERE s.price < 900000000000000
  AND s.price * s.rate < 900000000000000
  AND ABS(ROUND(s.quantity * s.price, 4)) < 900000000000000
  AND ABS(ROUND(s.original * s.rate, 4)) < 900000000000000
