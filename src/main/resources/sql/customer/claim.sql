-- A customer that was known only from sales belongs to this file from now on, even if the file brings the same values.
UPDATE dim_customer d
  JOIN stage_customer s ON s.customer_id = d.customer_id
SET d.from_sales = FALSE
WHERE d.from_sales
