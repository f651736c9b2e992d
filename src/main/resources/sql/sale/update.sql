-- As in select-removed.sql, the server looks up each sale by its key, whatever it believes of their number.
UPDATE changed_sale c
  STRAIGHT_JOIN fact_sales f FORCE INDEX (PRIMARY) ON f.sale_key = c.sale_key
SET f.order_id       = c.order_id,
    f.customer_key   = c.customer_key,
    f.product_key    = c.product_key,
    f.date_key       = c.date_key,
    f.quantity       = c.quantity,
    f.unit_price     = c.unit_price,
    f.revenue        = c.revenue,
    f.cost           = c.cost,
    f.city           = c.city,
    f.original_currency = c.original_currency,
    f.original_amount   = c.original_amount,
    f.source_file_id = c.file_id,
    f.source_line    = c.line
