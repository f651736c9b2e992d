-- The state of the sales of each month: a word that is another one after each change of a sale of the month, and never comes back. So
-- whoever keeps a copy of the sales knows which months are to be copied again.
CREATE TABLE IF NOT EXISTS sales_month (
  month INT      NOT NULL,
  state CHAR(36) NOT NULL,
  PRIMARY KEY (month)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
INSERT IGNORE INTO sales_month (month, state)
SELECT month, UUID()
FROM (SELECT DISTINCT date_key DIV 100 AS month FROM dim_date) months;
