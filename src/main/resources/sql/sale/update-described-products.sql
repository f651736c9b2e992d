-- The newer file wins, but never over a file of products, and never by saying nothing.
UPDATE dim_product d
  JOIN described_product s ON s.product_id = d.product_id
SET d.source_line    = IF(d.from_sales AND (NOT d.name <=> COALESCE(s.name, d.name) OR NOT d.category <=> COALESCE(s.category, d.category)), s.line, d.source_line),
    d.source_file_id = IF(d.from_sales AND (NOT d.name <=> COALESCE(s.name, d.name) OR NOT d.category <=> COALESCE(s.category, d.category)), :#fileId, d.source_file_id),
    d.name           = IF(s.name IS NOT NULL AND (d.from_sales OR d.name = d.product_id), s.name, d.name),
    d.category       = IF(s.category IS NOT NULL AND (d.from_sales OR d.category = 'Unknown'), s.category, d.category)
