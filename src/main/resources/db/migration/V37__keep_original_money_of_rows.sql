-- Does nothing where it has been done, so that a start which was cut off can be repeated. In ALTER TABLE, MySQL has no IF NOT EXISTS.
-- The money of a row in another currency than that of the warehouse, as its file has it: amount has only what can be added up.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'quarantine' AND column_name = 'original_currency'),
  'DO 0',
  'ALTER TABLE quarantine
     ADD COLUMN original_currency VARCHAR(8),
     ADD COLUMN original_amount   DECIMAL(19, 4)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'left_out_row' AND column_name = 'original_currency'),
  'DO 0',
  'ALTER TABLE left_out_row
     ADD COLUMN original_currency VARCHAR(8),
     ADD COLUMN original_amount   DECIMAL(19, 4)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
