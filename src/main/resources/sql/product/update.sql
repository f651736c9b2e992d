UPDATE dim_product d
  JOIN stage_product s ON s.product_id = d.product_id AND s.outcome = 'updated'
SET d.name           = IF(:#has_name, s.name, d.name),
    d.category       = IF(:#has_category, s.category, d.category),
    d.cost_price     = IF(:#has_cost_price, s.cost_price, d.cost_price),
    d.price          = IF(:#has_price, s.price, d.price),
    d.source_file_id = :#fileId,
    d.source_line    = s.line
