-- The sales that are about to leave the facts.
SELECT f.order_id, f.date_key, f.customer_key, f.product_key, f.quantity, f.unit_price, f.revenue, f.cost,
       COALESCE(k.city_key, 0) AS city_key
FROM left_out_row l
  STRAIGHT_JOIN fact_sales f FORCE INDEX (PRIMARY) ON f.sale_key = l.withdrawn_key
  LEFT JOIN sale_city k ON k.city = f.city
WHERE l.file_id = ?
