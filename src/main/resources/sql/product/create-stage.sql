-- Exists only for the load of one file, on its connection.
CREATE TEMPORARY TABLE stage_product (
  line       INT          NOT NULL,
  product_id VARCHAR(64)  NOT NULL,
  name       VARCHAR(255) NOT NULL,
  category   VARCHAR(255) NOT NULL,
  cost_price DECIMAL(19, 4),
  price      DECIMAL(19, 4),
  outcome    VARCHAR(9)   NOT NULL DEFAULT 'inserted',
  PRIMARY KEY (line),
  UNIQUE KEY (product_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
