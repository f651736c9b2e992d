-- Does nothing where it has been done, so that a start which was cut off can be repeated. In ALTER TABLE, MySQL has no IF NOT EXISTS.
-- The rows of a file that are no sale: left out, each with the revenue that a sale in it would have, as far as the row tells. Sale_id
-- is there if the row says that a sale came to nothing. If that sale was loaded, withdrawn_key is the key that the sale had in the
-- facts, and withdrawn_amount is the revenue that went with the sale.
CREATE TABLE IF NOT EXISTS left_out_row (
  file_id          INT          NOT NULL,
  line             INT          NOT NULL,
  why              VARCHAR(16)  NOT NULL,
  column_name      VARCHAR(255),
  value            VARCHAR(255),
  sale_id          VARCHAR(160),
  amount           DECIMAL(19, 4),
  withdrawn_key    BIGINT,
  withdrawn_amount DECIMAL(38, 4),
  raw              LONGTEXT     NOT NULL,
  PRIMARY KEY (file_id, line),
  CONSTRAINT left_out_row_file FOREIGN KEY (file_id) REFERENCES etl_file (file_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- How many rows of a file were left out, and why, with their revenue.
CREATE TABLE IF NOT EXISTS etl_file_left_out (
  file_id   INT            NOT NULL,
  why       VARCHAR(16)    NOT NULL,
  row_count INT            NOT NULL,
  amount    DECIMAL(38, 4) NOT NULL,
  PRIMARY KEY (file_id, why),
  CONSTRAINT etl_file_left_out_file FOREIGN KEY (file_id) REFERENCES etl_file (file_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- The two new outcomes of a row, and the revenue of each outcome.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'etl_file' AND column_name = 'withdrawn'),
  'DO 0',
  'ALTER TABLE etl_file
     ADD COLUMN withdrawn          INT            NOT NULL DEFAULT 0,
     ADD COLUMN left_out           INT            NOT NULL DEFAULT 0,
     ADD COLUMN inserted_revenue   DECIMAL(38, 4) NOT NULL DEFAULT 0,
     ADD COLUMN updated_revenue    DECIMAL(38, 4) NOT NULL DEFAULT 0,
     ADD COLUMN unchanged_revenue  DECIMAL(38, 4) NOT NULL DEFAULT 0,
     ADD COLUMN withdrawn_revenue  DECIMAL(38, 4) NOT NULL DEFAULT 0,
     ADD COLUMN left_out_revenue   DECIMAL(38, 4) NOT NULL DEFAULT 0,
     ADD COLUMN rejected_revenue   DECIMAL(38, 4) NOT NULL DEFAULT 0,
     ADD COLUMN parked_revenue     DECIMAL(38, 4) NOT NULL DEFAULT 0,
     DROP CONSTRAINT etl_file_balances,
     ADD CONSTRAINT etl_file_books_balance
       CHECK (rows_read = inserted + updated + unchanged + withdrawn + left_out + rejected + parked)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
-- The business key of a sale in quarantine, as far as the row can be read: when the order is cancelled, the row waits no longer.
-- Rejected rows from before have none.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'quarantine' AND column_name = 'sale_id'),
  'DO 0',
  'ALTER TABLE quarantine
     ADD COLUMN sale_id VARCHAR(160),
     ADD KEY quarantine_sale (sale_id)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
UPDATE quarantine q
  JOIN parked_sale p ON p.file_id = q.file_id AND p.line = q.line
SET q.sale_id = p.sale_id
WHERE q.sale_id IS NULL;
