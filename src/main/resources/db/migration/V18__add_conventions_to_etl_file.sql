-- Does nothing where it has been done, so that a start which was cut off can be repeated. In ALTER TABLE, MySQL has no IF NOT EXISTS.
-- How each file was read, and what in it told so; null where it was not read at all, or before that was kept.
-- Header_hash is the same for files with the same columns.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'etl_file' AND column_name = 'encoding'),
  'DO 0',
  'ALTER TABLE etl_file
     ADD COLUMN encoding     VARCHAR(16),
     ADD COLUMN date_order   VARCHAR(16),
     ADD COLUMN decimal_mark VARCHAR(16),
     ADD COLUMN evidence     VARCHAR(1000),
     ADD COLUMN header_hash  CHAR(64)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
