-- Sums of fact_sales, kept up to date by the transaction that changes the facts. A row whose sales are zero counts as none.
CREATE TABLE IF NOT EXISTS rollup_customer (
  customer_key INT            NOT NULL,
  sales        BIGINT         NOT NULL,
  quantity     BIGINT         NOT NULL,
  revenue      DECIMAL(38, 4) NOT NULL,
  PRIMARY KEY (customer_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
