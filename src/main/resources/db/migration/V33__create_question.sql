-- Does nothing where it has been done, so that a start which was cut off can be repeated. In ALTER TABLE, MySQL has no IF NOT EXISTS.
-- What somebody has to answer before a file loads: the file waits in the archive, or in the folder of checks under check_name.
-- Evidence and choices are JSON; a choice has what it would make of the file. An answer counts for all files with the same header_hash.
CREATE TABLE IF NOT EXISTS question (
  question_id INT          NOT NULL AUTO_INCREMENT,
  file_id     INT,
  check_name  VARCHAR(255),
  header_hash CHAR(64)     NOT NULL,
  about       VARCHAR(16)  NOT NULL,
  detail      VARCHAR(255) NOT NULL,
  question    TEXT         NOT NULL,
  evidence    MEDIUMTEXT   NOT NULL,
  choices     MEDIUMTEXT   NOT NULL,
  suggested   TEXT,
  asked_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (question_id),
  KEY question_check (check_name),
  CONSTRAINT question_file FOREIGN KEY (file_id) REFERENCES etl_file (file_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- One answer on each topic. The columns of a mapping are longer than the other answers.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = 'file_answer' AND column_name = 'detail'),
  'DO 0',
  'ALTER TABLE file_answer
     ADD COLUMN detail VARCHAR(255) NOT NULL DEFAULT '''' AFTER about,
     MODIFY COLUMN answer TEXT NOT NULL,
     DROP PRIMARY KEY,
     ADD PRIMARY KEY (header_hash, about, detail)');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
