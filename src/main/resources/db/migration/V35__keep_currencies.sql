-- Does nothing where it has been done, so that a start which was cut off can be repeated. In ALTER TABLE, MySQL has no IF NOT EXISTS.
-- What one unit of a currency was worth on a day in the currency that the warehouse had when the rate came; empty if nobody had named
-- that yet. If the warehouse gets another currency, its old rates do not count.
CREATE TABLE IF NOT EXISTS exchange_rate (
  currency           VARCHAR(8)      NOT NULL,
  warehouse_currency VARCHAR(8)      NOT NULL,
  date               DATE            NOT NULL,
  rate               DECIMAL(20, 10) NOT NULL,
  source_file_id     INT             NOT NULL,
  source_line        INT             NOT NULL,
  PRIMARY KEY (currency, warehouse_currency, date),
  KEY exchange_rate_source (source_file_id),
  CONSTRAINT exchange_rate_source FOREIGN KEY (source_file_id) REFERENCES etl_file (file_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- One row: the currency of all amounts in the warehouse. No row as long as no file and no configuration has named a currency.
CREATE TABLE IF NOT EXISTS warehouse_currency (
  warehouse_currency_id INT        NOT NULL,
  currency              VARCHAR(8) NOT NULL,
  PRIMARY KEY (warehouse_currency_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- The money of a converted sale as its file has it; null for a sale in the currency of the warehouse.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'fact_sales' AND column_name = 'original_currency'),
  'DO 0',
  'ALTER TABLE fact_sales
     ADD COLUMN original_currency VARCHAR(8),
     ADD COLUMN original_amount   DECIMAL(19, 4)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
-- The currency of price and amount; null for that of the warehouse.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'parked_sale' AND column_name = 'currency'),
  'DO 0',
  'ALTER TABLE parked_sale
     ADD COLUMN currency VARCHAR(8)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
-- The currencies that a file names, separated by commas: rows that come back from the quarantine are read like their file. And the
-- currency that the warehouse had then: rates are in that currency for ever.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'etl_file' AND column_name = 'currencies'),
  'DO 0',
  'ALTER TABLE etl_file
     ADD COLUMN currencies         VARCHAR(2000),
     ADD COLUMN warehouse_currency VARCHAR(8)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
