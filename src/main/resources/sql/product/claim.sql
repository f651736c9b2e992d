-- What was known from sales only is this file's from now on, even where it says the same.
UPDATE dim_product d
  JOIN stage_product s ON s.product_id = d.product_id
SET d.from_sales = FALSE
WHERE d.from_sales
