-- Month reads as 202501. Orders are the distinct ones of the month.
CREATE TABLE IF NOT EXISTS rollup_month (
  month    INT            NOT NULL,
  sales    BIGINT         NOT NULL,
  quantity BIGINT         NOT NULL,
  revenue  DECIMAL(38, 4) NOT NULL,
  orders   BIGINT         NOT NULL,
  PRIMARY KEY (month)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
