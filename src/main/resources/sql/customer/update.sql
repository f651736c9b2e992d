UPDATE dim_customer d
  JOIN stage_customer s ON s.customer_id = d.customer_id AND s.outcome = 'updated'
SET d.name           = IF(:#has_name, s.name, d.name),
    d.email          = IF(:#has_email, s.email, d.email),
    d.city           = IF(:#has_city, s.city, d.city),
    d.source_file_id = :#fileId,
    d.source_line    = s.line
