-- The newer file wins, but never over a file of customers, and never by saying nothing.
UPDATE dim_customer d
  JOIN described_customer s ON s.customer_id = d.customer_id
SET d.source_line    = IF(d.from_sales AND (NOT d.name <=> COALESCE(s.name, d.name) OR NOT d.email <=> COALESCE(s.email, d.email) OR NOT d.city <=> COALESCE(s.city, d.city)), s.line, d.source_line),
    d.source_file_id = IF(d.from_sales AND (NOT d.name <=> COALESCE(s.name, d.name) OR NOT d.email <=> COALESCE(s.email, d.email) OR NOT d.city <=> COALESCE(s.city, d.city)), :#fileId, d.source_file_id),
    d.name           = IF(s.name IS NOT NULL AND (d.from_sales OR d.name = d.customer_id), s.name, d.name),
    d.email          = IF(s.email IS NOT NULL AND (d.from_sales OR d.email IS NULL), s.email, d.email),
    d.city           = IF(s.city IS NOT NULL AND (d.from_sales OR d.city = 'Unknown'), s.city, d.city)
