-- Unit_prices is the sum of the sales' unit prices: divided by sales, it gives the price of a product that has none.
CREATE TABLE IF NOT EXISTS rollup_product (
  product_key INT            NOT NULL,
  sales       BIGINT         NOT NULL,
  quantity    BIGINT         NOT NULL,
  revenue     DECIMAL(38, 4) NOT NULL,
  unit_prices DECIMAL(38, 4) NOT NULL,
  PRIMARY KEY (product_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
