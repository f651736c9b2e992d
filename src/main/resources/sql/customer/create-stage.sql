-- Exists only for the load of one file, on its connection.
CREATE TEMPORARY TABLE stage_customer (
  line        INT          NOT NULL,
  customer_id VARCHAR(64)  NOT NULL,
  name        VARCHAR(255) NOT NULL,
  email       VARCHAR(255),
  city        VARCHAR(255) NOT NULL,
  outcome     VARCHAR(9)   NOT NULL DEFAULT 'inserted',
  PRIMARY KEY (line),
  UNIQUE KEY (customer_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
