-- Does nothing where it has been done, so that a start which was cut off can be repeated. In ALTER TABLE, MySQL has no IF NOT EXISTS.
-- When the run that holds the lease last moved: read a chunk, or began or ended a file. So every instance sees that a run is stuck.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'run_lease' AND column_name = 'moved_at'),
  'DO 0',
  'ALTER TABLE run_lease
     ADD COLUMN moved_at DATETIME(6)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
