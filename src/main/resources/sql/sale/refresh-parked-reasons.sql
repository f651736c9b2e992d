-- Updates what the sales that stay parked are waiting for.
UPDATE quarantine q
  JOIN parked_sale p ON p.file_id = q.file_id AND p.line = q.line
  LEFT JOIN dim_customer c ON c.customer_id = p.customer_id
  LEFT JOIN dim_product d ON d.product_id = p.product_id
SET q.reason  = CASE WHEN c.customer_key IS NULL THEN 'unknown_customer'
                     WHEN d.product_key IS NULL THEN 'unknown_product'
                     ELSE 'missing_price' END,
    q.reasons = CONCAT_WS(',',
                  IF(c.customer_key IS NULL, 'unknown_customer', NULL),
                  IF(d.product_key IS NULL, 'unknown_product', NULL),
                  IF(d.product_key IS NOT NULL AND COALESCE(p.unit_price, d.price) IS NULL, 'missing_price', NULL))
