-- Does nothing where it has been done, so that a start which was cut off can be repeated. In ALTER TABLE, MySQL has no IF NOT EXISTS.
-- The customers whom somebody has forgotten: a hash of the business key of each, keyed with the salt, which is the same in all rows.
CREATE TABLE IF NOT EXISTS forgotten_customer (
  forgotten_id INT         NOT NULL AUTO_INCREMENT,
  salt         CHAR(64)    NOT NULL,
  id_hash      CHAR(64)    NOT NULL,
  forgotten_at DATETIME(6) NOT NULL,
  PRIMARY KEY (forgotten_id),
  UNIQUE KEY forgotten_customer_hash (id_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- The files of the archive in which the customer stood at that time: somebody has to delete them, and then they count no more.
CREATE TABLE IF NOT EXISTS forgotten_file (
  forgotten_id INT           NOT NULL,
  place        INT           NOT NULL,
  archived_as  VARCHAR(1000) NOT NULL,
  PRIMARY KEY (forgotten_id, place),
  CONSTRAINT forgotten_file_customer FOREIGN KEY (forgotten_id) REFERENCES forgotten_customer (forgotten_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- Which cells of a record say nothing of a person, and which have the id of its customer: places, counted from zero, separated by commas.
-- Of files from before, nobody knows.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'etl_file' AND column_name = 'other_cells'),
  'DO 0',
  'ALTER TABLE etl_file
     ADD COLUMN other_cells    TEXT,
     ADD COLUMN customer_cells VARCHAR(255)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
