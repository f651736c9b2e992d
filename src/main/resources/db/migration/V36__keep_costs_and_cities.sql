-- Does nothing where it has been done, so that a start which was cut off can be repeated. In ALTER TABLE, MySQL has no IF NOT EXISTS.
-- What the units of a sale have cost; null if nobody knows, and for the sales of files that loaded before. And the city that the row of
-- the sale names; null if it names none, and the city of the customer counts.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'fact_sales' AND column_name = 'cost'),
  'DO 0',
  'ALTER TABLE fact_sales
     ADD COLUMN cost DECIMAL(19, 4),
     ADD COLUMN city VARCHAR(255)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
-- The cost as the file gives it, in the currency of the sale.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'parked_sale' AND column_name = 'cost'),
  'DO 0',
  'ALTER TABLE parked_sale
     ADD COLUMN cost DECIMAL(19, 4),
     ADD COLUMN city VARCHAR(255)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
-- Short keys for the cities that sales name.
CREATE TABLE IF NOT EXISTS sale_city (
  city_key INT          NOT NULL AUTO_INCREMENT,
  city     VARCHAR(255) NOT NULL,
  PRIMARY KEY (city_key),
  UNIQUE KEY sale_city_city (city)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- What sales that name a city add to this city, whose key is above zero, and take from their customer, who has the key -1 - customer_key.
CREATE TABLE IF NOT EXISTS rollup_place (
  place_key      INT            NOT NULL,
  sales          BIGINT         NOT NULL,
  quantity       DECIMAL(38, 4) NOT NULL,
  revenue        DECIMAL(38, 4) NOT NULL,
  cost           DECIMAL(38, 4) NOT NULL,
  costed_revenue DECIMAL(38, 4) NOT NULL,
  PRIMARY KEY (place_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- What the sales with a known cost have cost, and their revenue. The packs have another layout from now on, so packs and sums are filled
-- anew after the migrations.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'rollup_customer' AND column_name = 'cost'),
  'DO 0',
  'ALTER TABLE rollup_customer
     ADD COLUMN cost           DECIMAL(38, 4) NOT NULL DEFAULT 0 AFTER revenue,
     ADD COLUMN costed_revenue DECIMAL(38, 4) NOT NULL DEFAULT 0 AFTER cost');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'rollup_product' AND column_name = 'cost'),
  'DO 0',
  'ALTER TABLE rollup_product
     ADD COLUMN cost           DECIMAL(38, 4) NOT NULL DEFAULT 0 AFTER revenue,
     ADD COLUMN costed_revenue DECIMAL(38, 4) NOT NULL DEFAULT 0 AFTER cost');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'rollup_day' AND column_name = 'cost'),
  'DO 0',
  'ALTER TABLE rollup_day
     ADD COLUMN cost           DECIMAL(38, 4) NOT NULL DEFAULT 0 AFTER revenue,
     ADD COLUMN costed_revenue DECIMAL(38, 4) NOT NULL DEFAULT 0 AFTER cost');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'rollup_month' AND column_name = 'cost'),
  'DO 0',
  'ALTER TABLE rollup_month
     ADD COLUMN cost           DECIMAL(38, 4) NOT NULL DEFAULT 0 AFTER revenue,
     ADD COLUMN costed_revenue DECIMAL(38, 4) NOT NULL DEFAULT 0 AFTER cost');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
