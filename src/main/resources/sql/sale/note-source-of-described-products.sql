-- By a statement of its own: MySQL changes the columns of several tables in no order, and these depend on what the next one changes.
UPDATE dim_product d
  JOIN described_product s ON s.product_id = d.product_id
SET d.source_line    = s.line,
    d.source_file_id = :#fileId
WHERE d.from_sales
  AND (NOT d.name <=> COALESCE(s.name, d.name)
    OR NOT d.category <=> COALESCE(s.category, d.category))
