-- Does nothing where it has been done, so that a start which was cut off can be repeated. In ALTER TABLE, MySQL has no IF NOT EXISTS.
-- What the discounts of a file count: few rows that come back do not tell. And an index for all files with the same columns, which an
-- answer is about.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'etl_file' AND column_name = 'discount_unit'),
  'DO 0',
  'ALTER TABLE etl_file
     ADD COLUMN discount_unit VARCHAR(8)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.statistics
          WHERE table_schema = DATABASE() AND table_name = 'etl_file' AND index_name = 'etl_file_header_hash'),
  'DO 0',
  'ALTER TABLE etl_file
     ADD KEY etl_file_header_hash (header_hash, file_id)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
