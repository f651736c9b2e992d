-- Does nothing where it has been done, so that a start which was cut off can be repeated. In ALTER TABLE, MySQL has no IF NOT EXISTS.
-- How a row left the quarantine: resolved by a line of a file that brought it corrected, superseded by one that did not, or
-- dismissed. Amount is the revenue that waits in a sale, as far as the row tells.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'quarantine' AND column_name = 'amount'),
  'DO 0',
  'ALTER TABLE quarantine
     ADD COLUMN amount       DECIMAL(19, 4),
     ADD COLUMN settled_line INT,
     ADD COLUMN dismissal_id INT');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
