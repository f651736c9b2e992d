-- Orders are the distinct ones of the day: an order that spans two days counts on both.
CREATE TABLE IF NOT EXISTS rollup_day (
  date_key INT            NOT NULL,
  sales    BIGINT         NOT NULL,
  quantity BIGINT         NOT NULL,
  revenue  DECIMAL(38, 4) NOT NULL,
  orders   BIGINT         NOT NULL,
  PRIMARY KEY (date_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
