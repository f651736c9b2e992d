UPDATE stage_sale s
  JOIN fact_sales f ON f.sale_id = s.sale_id
SET s.outcome = IF(
      f.order_id = s.order_id
      AND f.customer_key = s.customer_key
      AND f.product_key = s.product_key
      AND f.date_key = s.date_key
      AND f.quantity = s.quantity
      AND f.unit_price = s.unit_price,
      'unchanged', 'updated')
