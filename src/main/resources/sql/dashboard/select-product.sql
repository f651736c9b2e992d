SELECT p.product_id AS id, p.name, p.category, p.cost_price, p.price, f.name AS file, p.source_file_id, p.source_line
FROM dim_product p
  LEFT JOIN etl_file f ON f.file_id = p.source_file_id
WHERE p.product_id = :#id
