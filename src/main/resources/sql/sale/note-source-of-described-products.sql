-- A separate statement, before the update: in an UPDATE of several tables MySQL changes columns in no fixed order, and these columns
-- depend on the old values of the others.
UPDATE dim_product d
  JOIN described_product s ON s.product_id = d.product_id
SET d.source_line    = s.line,
    d.source_file_id = :#fileId
WHERE d.from_sales
  AND (NOT d.name <=> COALESCE(s.name, d.name)
    OR NOT d.category <=> COALESCE(s.category, d.category))
