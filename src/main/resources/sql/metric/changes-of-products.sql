FROM (SELECT product_key, revenue
      FROM JSON_TABLE(:#productsNow, '$[*]' COLUMNS (product_key INT PATH '$[0]', revenue DECIMAL(38, 4) PATH '$[1]')) slice
      UNION ALL
      SELECT product_key, -revenue
      FROM JSON_TABLE(:#productsBefore, '$[*]' COLUMNS (product_key INT PATH '$[0]', revenue DECIMAL(38, 4) PATH '$[1]')) earlier) s
  STRAIGHT_JOIN dim_product p ON p.product_key = s.product_key
