-- Sales of which some may be known. Exists only for the load of one file, on its connection. Without a key, since the table is read
-- from front to back.
CREATE TEMPORARY TABLE stage_sale (
  file_id      INT            NOT NULL,
  line         INT            NOT NULL,
  sale_id      VARCHAR(160)   NOT NULL,
  order_id     VARCHAR(64)    NOT NULL,
  customer_key INT            NOT NULL,
  product_key  INT            NOT NULL,
  date_key     INT            NOT NULL,
  quantity     DECIMAL(15, 4) NOT NULL,
  unit_price   DECIMAL(19, 4) NOT NULL,
  revenue      DECIMAL(19, 4) NOT NULL,
  cost         DECIMAL(19, 4),
  city         VARCHAR(255),
  original_currency VARCHAR(8),
  original_amount   DECIMAL(19, 4)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
