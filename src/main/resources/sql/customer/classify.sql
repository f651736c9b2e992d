-- If the file does not have a column, the known values stay.
UPDATE stage_customer s
  JOIN dim_customer d ON d.customer_id = s.customer_id
SET s.outcome = IF(
      (NOT :#has_name OR d.name = s.name)
      AND (NOT :#has_email OR d.email <=> s.email)
      AND (NOT :#has_city OR d.city = s.city),
      'unchanged', 'updated')
