SELECT c.customer_id AS id, c.name, c.email, c.city, f.name AS file, c.source_file_id, c.source_line
FROM dim_customer c
  LEFT JOIN etl_file f ON f.file_id = c.source_file_id
WHERE c.customer_id = :#id
