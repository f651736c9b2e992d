-- Updates what the sales that stay parked are waiting for.
UPDATE quarantine q
  JOIN parked_sale p ON p.file_id = q.file_id AND p.line = q.line
  LEFT JOIN dim_customer c ON c.customer_id = p.customer_id
  LEFT JOIN dim_product d ON d.product_id = p.product_id
  LEFT JOIN (SELECT DISTINCT s.currency, s.sale_date
             FROM parked_sale s
               JOIN warehouse_currency w
               JOIN exchange_rate r ON r.currency = s.currency
                                   AND r.warehouse_currency = w.currency
                                   AND r.date BETWEEN s.sale_date - INTERVAL 6 DAY AND s.sale_date) known
         ON known.currency = p.currency AND known.sale_date = p.sale_date
SET q.reason  = CASE WHEN c.customer_key IS NULL THEN 'unknown_customer'
                     WHEN d.product_key IS NULL THEN 'unknown_product'
                     WHEN COALESCE(p.unit_price, d.price) IS NULL THEN 'missing_price'
                     WHEN p.currency IS NOT NULL AND known.currency IS NULL THEN 'missing_rate'
                     ELSE 'missing_price' END,
    q.reasons = CONCAT_WS(',',
                  IF(c.customer_key IS NULL, 'unknown_customer', NULL),
                  IF(d.product_key IS NULL, 'unknown_product', NULL),
                  IF(d.product_key IS NOT NULL AND COALESCE(p.unit_price, d.price) IS NULL, 'missing_price', NULL),
                  IF(p.currency IS NOT NULL AND known.currency IS NULL, 'missing_rate', NULL))
