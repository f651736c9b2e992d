UPDATE fact_sales f
  JOIN stage_sale s ON s.sale_id = f.sale_id AND s.outcome = 'updated'
SET f.order_id       = s.order_id,
    f.customer_key   = s.customer_key,
    f.product_key    = s.product_key,
    f.date_key       = s.date_key,
    f.quantity       = s.quantity,
    f.unit_price     = s.unit_price,
    f.revenue        = s.quantity * s.unit_price,
    f.source_file_id = s.file_id,
    f.source_line    = s.line
