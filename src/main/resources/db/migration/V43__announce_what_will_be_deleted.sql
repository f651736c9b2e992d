-- Does nothing where it has been done, so that a start which was cut off can be repeated. In ALTER TABLE, MySQL has no IF NOT EXISTS.
-- What the service has announced to delete, and what it has deleted. An announcement ends when finished_at is set: everything old enough
-- is gone, or the settings want nothing deleted any more and withdrawn is true. One announcement of a subject stands at a time; standing is
-- null in the others. Rows stay for ever: they say what is gone.
CREATE TABLE IF NOT EXISTS retention_notice (
  notice_id     INT         NOT NULL AUTO_INCREMENT,
  subject       VARCHAR(16) NOT NULL,
  older_than    DATETIME(6) NOT NULL,
  announced_at  DATETIME(6) NOT NULL,
  due_on        DATE        NOT NULL,
  items         BIGINT      NOT NULL,
  bytes         BIGINT      NOT NULL,
  oldest        DATETIME(6),
  deleted_items BIGINT      NOT NULL DEFAULT 0,
  withdrawn     BOOLEAN     NOT NULL DEFAULT FALSE,
  finished_at   DATETIME(6),
  standing      BOOLEAN              DEFAULT TRUE,
  PRIMARY KEY (notice_id),
  UNIQUE KEY retention_notice_standing (subject, standing)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- When the file was deleted in the archive, and when its left-out rows were deleted: the entry and all sums stay.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'etl_file' AND column_name = 'archive_deleted_at'),
  'DO 0',
  'ALTER TABLE etl_file
     ADD COLUMN archive_deleted_at  DATETIME(6),
     ADD COLUMN left_out_deleted_at DATETIME(6)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
-- For dismissed rows in the order in which they were dismissed.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.statistics
          WHERE table_schema = DATABASE() AND table_name = 'quarantine' AND index_name = 'quarantine_dismissal'),
  'DO 0',
  'ALTER TABLE quarantine
     ADD KEY quarantine_dismissal (dismissal_id)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
-- With the file, so that the files with rows that wait are found without reading the rows of each, and without the reasons of a year; and
-- the newest rows first, so that a page of them sorts no others.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.statistics
          WHERE table_schema = DATABASE() AND table_name = 'quarantine' AND index_name = 'quarantine_waiting'),
  'DO 0',
  'ALTER TABLE quarantine
     ADD KEY quarantine_waiting (status, reason, file_id),
     ADD KEY quarantine_newest (status, file_id DESC, line),
     DROP KEY quarantine_status_reason');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
-- For the last files that did not load, and for the number of files that each mapping has read: both without reading a year of entries.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.statistics
          WHERE table_schema = DATABASE() AND table_name = 'etl_file' AND index_name = 'etl_file_unsettled'),
  'DO 0',
  'ALTER TABLE etl_file
     ADD KEY etl_file_unsettled (status, loaded_at),
     ADD KEY etl_file_read (mapping_name, mapping_version, status, run_id)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.statistics
          WHERE table_schema = DATABASE() AND table_name = 'etl_run' AND index_name = 'etl_run_mode'),
  'DO 0',
  'ALTER TABLE etl_run
     ADD KEY etl_run_mode (mode, status)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
