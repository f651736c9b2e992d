-- A separate statement, before the update: in an UPDATE of several tables MySQL changes columns in no fixed order, and these columns
-- depend on the old values of the others.
UPDATE dim_customer d
  JOIN described_customer s ON s.customer_id = d.customer_id
SET d.source_line    = s.line,
    d.source_file_id = :#fileId
WHERE d.from_sales
  AND (NOT d.name <=> COALESCE(s.name, d.name)
    OR NOT d.email <=> COALESCE(s.email, d.email)
    OR NOT d.city <=> COALESCE(s.city, d.city))
