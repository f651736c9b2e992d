-- Does nothing where it has been done, so that a start which was cut off can be repeated. In ALTER TABLE, MySQL has no IF NOT EXISTS.
-- What a sale says of itself, as far as it can be read: so a slice knows what waits for it. Rows from before say nothing.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'quarantine' AND column_name = 'date_key'),
  'DO 0',
  'ALTER TABLE quarantine
     ADD COLUMN date_key    INT,
     ADD COLUMN customer_id VARCHAR(64),
     ADD COLUMN product_id  VARCHAR(64),
     ADD KEY quarantine_slice (status, kind, date_key, amount)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
