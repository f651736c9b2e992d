-- A product that was known only from sales belongs to this file from now on, even if the file brings the same values.
UPDATE dim_product d
  JOIN stage_product s ON s.product_id = d.product_id
SET d.from_sales = FALSE
WHERE d.from_sales
