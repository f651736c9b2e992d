SELECT c.order_id, c.date_key, c.customer_key, c.product_key, c.quantity, c.unit_price, c.revenue, c.cost,
       COALESCE(k.city_key, 0) AS city_key
FROM changed_sale c
  LEFT JOIN sale_city k ON k.city = c.city
