-- Does nothing where it has been done, so that a start which was cut off can be repeated. In ALTER TABLE, MySQL has no IF NOT EXISTS.
-- For the newest loaded file, which every page asks for, and for a later file of the same name.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.statistics
          WHERE table_schema = DATABASE() AND table_name = 'etl_file' AND index_name = 'etl_file_status'),
  'DO 0',
  'ALTER TABLE etl_file
     ADD KEY etl_file_status (status, file_id),
     ADD KEY etl_file_name (name, file_id)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
