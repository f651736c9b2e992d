-- The newer file wins, but it never replaces a value from a products file, and an empty cell never replaces a value.
UPDATE dim_product d
  JOIN described_product s ON s.product_id = d.product_id
SET d.name     = IF(s.name IS NOT NULL AND (d.from_sales OR d.name = d.product_id), s.name, d.name),
    d.category = IF(s.category IS NOT NULL AND (d.from_sales OR d.category = 'Unknown'), s.category, d.category)
