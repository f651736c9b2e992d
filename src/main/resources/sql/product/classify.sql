-- If the file does not have a column, the known values stay.
UPDATE stage_product s
  JOIN dim_product d ON d.product_id = s.product_id
SET s.outcome = IF(
      (NOT :#has_name OR d.name = s.name)
      AND (NOT :#has_category OR d.category = s.category)
      AND (NOT :#has_cost_price OR d.cost_price <=> s.cost_price)
      AND (NOT :#has_price OR d.price <=> s.price),
      'unchanged', 'updated')
