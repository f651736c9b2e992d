-- Sales of which some may be known. Lives as long as the load of one file, on its connection alone,
-- and is read from front to back: a key would only cost.
CREATE TEMPORARY TABLE stage_sale (
  file_id      INT            NOT NULL,
  line         INT            NOT NULL,
  sale_id      VARCHAR(160)   NOT NULL,
  order_id     VARCHAR(64)    NOT NULL,
  customer_key INT            NOT NULL,
  product_key  INT            NOT NULL,
  date_key     INT            NOT NULL,
  quantity     INT            NOT NULL,
  unit_price   DECIMAL(19, 4) NOT NULL,
  revenue      DECIMAL(19, 4) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
