-- Does nothing where it has been done, so that a start which was cut off can be repeated. In ALTER TABLE, MySQL has no IF NOT EXISTS.
-- Customers and products that are known from wide sales files only. A file of customers or products that names one makes it its
-- own; from then on sales files fill in what is missing and change nothing else.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'dim_customer' AND column_name = 'from_sales'),
  'DO 0',
  'ALTER TABLE dim_customer
     ADD COLUMN from_sales BOOLEAN NOT NULL DEFAULT FALSE');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'dim_product' AND column_name = 'from_sales'),
  'DO 0',
  'ALTER TABLE dim_product
     ADD COLUMN from_sales BOOLEAN NOT NULL DEFAULT FALSE');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
-- What a wide sales file brought besides its sales, and in how many rows it contradicts an earlier one of itself.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'etl_file' AND column_name = 'customers_added'),
  'DO 0',
  'ALTER TABLE etl_file
     ADD COLUMN customers_added INT NOT NULL DEFAULT 0,
     ADD COLUMN products_added  INT NOT NULL DEFAULT 0,
     ADD COLUMN warnings        INT NOT NULL DEFAULT 0');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
