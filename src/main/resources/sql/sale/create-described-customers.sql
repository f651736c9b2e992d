-- What a wide file says about its customers. Exists only for the load of one file, on its connection.
CREATE TEMPORARY TABLE described_customer (
  line        INT NOT NULL,
  customer_id VARCHAR(64) NOT NULL,
  name        VARCHAR(255),
  email       VARCHAR(255),
  city        VARCHAR(255),
  PRIMARY KEY (customer_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
