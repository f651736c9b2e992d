-- Does nothing where it has been done, so that a start which was cut off can be repeated. In ALTER TABLE, MySQL has no IF NOT EXISTS.
-- Nobody looks sales up by their file, and a key that every load has to build takes a twentieth of its time.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.statistics
          WHERE table_schema = DATABASE() AND table_name = 'fact_sales' AND index_name = 'fact_sales_source'),
  'ALTER TABLE fact_sales
     DROP FOREIGN KEY fact_sales_source,
     DROP KEY fact_sales_source',
  'DO 0');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
