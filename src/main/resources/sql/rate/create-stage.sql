-- Exists only for the load of one file, on its connection.
CREATE TEMPORARY TABLE stage_rate (
  line               INT             NOT NULL,
  currency           VARCHAR(8)      NOT NULL,
  date               DATE            NOT NULL,
  rate               DECIMAL(20, 10) NOT NULL,
  warehouse_currency VARCHAR(8)      NOT NULL DEFAULT '',
  outcome            VARCHAR(9)      NOT NULL DEFAULT 'inserted',
  PRIMARY KEY (currency, date)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
