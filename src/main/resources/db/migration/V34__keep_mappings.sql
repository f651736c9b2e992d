-- Does nothing where it has been done, so that a start which was cut off can be repeated. In ALTER TABLE, MySQL has no IF NOT EXISTS.
-- What people have saved on the page of the mappings or by the API, as they wrote it; null if somebody has deleted the mapping. The
-- newest change of a name counts. Earlier changes are kept, so that a change can be undone.
CREATE TABLE IF NOT EXISTS saved_mapping (
  change_id  INT          NOT NULL AUTO_INCREMENT,
  name       VARCHAR(100) NOT NULL,
  yaml       MEDIUMTEXT,
  changed_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (change_id),
  KEY saved_mapping_name (name, change_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- Every mapping that has read a file, as it was then, also those that are built in or in the folder: a reload reads the file with it
-- again. The version is a hash of the document, so a row never changes.
CREATE TABLE IF NOT EXISTS mapping_version (
  name    VARCHAR(100) NOT NULL,
  version CHAR(12)     NOT NULL,
  yaml    MEDIUMTEXT   NOT NULL,
  PRIMARY KEY (name, version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- The mapping that read a file; null if nothing read it, and in files from before.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'etl_file' AND column_name = 'mapping_name'),
  'DO 0',
  'ALTER TABLE etl_file
     ADD COLUMN mapping_name    VARCHAR(100),
     ADD COLUMN mapping_version CHAR(12),
     ADD KEY etl_file_mapping (mapping_name, file_id)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
-- A reload that read the files of a mapping again, with its newest version or, if it undid a run, with the version from before that run.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'etl_run' AND column_name = 'mapping_name'),
  'DO 0',
  'ALTER TABLE etl_run
     ADD COLUMN mapping_name VARCHAR(100),
     ADD COLUMN undone_run   INT,
     ADD KEY etl_run_mapping (mapping_name, run_id)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
