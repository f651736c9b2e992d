-- The sales that are about to leave the facts.
SELECT f.order_id, f.date_key, f.customer_key, f.product_key, f.quantity, f.unit_price, f.revenue
FROM left_out_row l
  STRAIGHT_JOIN fact_sales f ON f.sale_key = l.withdrawn_key
WHERE l.file_id = ?
