-- Customers and products that are known from wide sales files only. A file of customers or products that names one makes it its
-- own; from then on sales files fill in what is missing and change nothing else.
ALTER TABLE dim_customer
  ADD COLUMN from_sales BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE dim_product
  ADD COLUMN from_sales BOOLEAN NOT NULL DEFAULT FALSE;
-- What a wide sales file brought besides its sales, and in how many rows it contradicts an earlier one of itself.
ALTER TABLE etl_file
  ADD COLUMN customers_added INT NOT NULL DEFAULT 0,
  ADD COLUMN products_added  INT NOT NULL DEFAULT 0,
  ADD COLUMN warnings        INT NOT NULL DEFAULT 0;
