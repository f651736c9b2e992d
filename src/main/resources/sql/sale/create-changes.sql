-- The staged sales that change something, with the key of the known sale, which is null for a new sale.
CREATE TEMPORARY TABLE changed_sale (
  sale_key     BIGINT,
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
  original_amount   DECIMAL(19, 4),
  PRIMARY KEY (file_id, line)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
