-- What was known from sales only is this file's from now on, even where it says the same.
UPDATE dim_customer d
  JOIN stage_customer s ON s.customer_id = d.customer_id
SET d.from_sales = FALSE
WHERE d.from_sales
