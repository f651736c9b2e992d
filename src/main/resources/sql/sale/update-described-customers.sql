-- The newer file wins, but it never replaces a value from a customers file, and an empty cell never replaces a value.
UPDATE dim_customer d
  JOIN described_customer s ON s.customer_id = d.customer_id
SET d.name  = IF(s.name IS NOT NULL AND (d.from_sales OR d.name = d.customer_id), s.name, d.name),
    d.email = IF(s.email IS NOT NULL AND (d.from_sales OR d.email IS NULL), s.email, d.email),
    d.city  = IF(s.city IS NOT NULL AND (d.from_sales OR d.city = 'Unknown'), s.city, d.city)
