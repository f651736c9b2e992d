-- By a statement of its own: MySQL changes the columns of several tables in no order, and these depend on what the next one changes.
UPDATE dim_customer d
  JOIN described_customer s ON s.customer_id = d.customer_id
SET d.source_line    = s.line,
    d.source_file_id = :#fileId
WHERE d.from_sales
  AND (NOT d.name <=> COALESCE(s.name, d.name)
    OR NOT d.email <=> COALESCE(s.email, d.email)
    OR NOT d.city <=> COALESCE(s.city, d.city))
