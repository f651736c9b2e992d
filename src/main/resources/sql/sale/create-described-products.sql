-- What a wide file says about its products. Exists only for the load of one file, on its connection.
CREATE TEMPORARY TABLE described_product (
  line       INT NOT NULL,
  product_id VARCHAR(64) NOT NULL,
  name       VARCHAR(255),
  category   VARCHAR(255),
  PRIMARY KEY (product_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
