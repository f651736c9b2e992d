-- The sales that are about to change, with their old values. Just after a large load a server may believe that there are hardly any sales;
-- it must not read all of them for each that changes.
SELECT f.order_id, f.date_key, f.customer_key, f.product_key, f.quantity, f.unit_price, f.revenue, f.cost,
       COALESCE(k.city_key, 0) AS city_key, c.date_key AS new_date_key
FROM changed_sale c
  STRAIGHT_JOIN fact_sales f FORCE INDEX (PRIMARY) ON f.sale_key = c.sale_key
  LEFT JOIN sale_city k ON k.city = f.city
