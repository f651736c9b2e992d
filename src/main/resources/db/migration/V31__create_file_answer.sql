-- Does nothing where it has been done, so that a start which was cut off can be repeated.
-- What somebody said of files with these columns: one answer about each subject, such as the order of dates.
CREATE TABLE IF NOT EXISTS file_answer (
  header_hash CHAR(64)     NOT NULL,
  about       VARCHAR(16)  NOT NULL,
  answer      VARCHAR(255) NOT NULL,
  answered_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (header_hash, about)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.tables
          WHERE table_schema = DATABASE() AND table_name = 'date_order_answer'),
  'INSERT IGNORE INTO file_answer (header_hash, about, answer, answered_at)
   SELECT header_hash, ''dates'', date_order, answered_at FROM date_order_answer',
  'DO 0');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
DROP TABLE IF EXISTS date_order_answer;
