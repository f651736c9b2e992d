-- Does nothing where it has been done, so that a start which was cut off can be repeated. In ALTER TABLE, MySQL has no IF NOT EXISTS.
-- What all units together cost, where a file says that instead of the price of one: then the revenue is that amount.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'parked_sale' AND column_name = 'amount'),
  'DO 0',
  'ALTER TABLE parked_sale
     ADD COLUMN amount DECIMAL(19, 4) AFTER unit_price');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
