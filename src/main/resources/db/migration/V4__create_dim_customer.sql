CREATE TABLE IF NOT EXISTS dim_customer (
  customer_key   INT           NOT NULL AUTO_INCREMENT,
  customer_id    VARCHAR(64)   NOT NULL,
  name           VARCHAR(255)  NOT NULL,
  email          VARCHAR(255),
  city           VARCHAR(255)  NOT NULL,
  source_file_id INT           NOT NULL,
  source_line    INT           NOT NULL,
  PRIMARY KEY (customer_key),
  UNIQUE KEY dim_customer_id (customer_id),
  KEY dim_customer_city (city),
  KEY dim_customer_source (source_file_id),
  CONSTRAINT dim_customer_source FOREIGN KEY (source_file_id) REFERENCES etl_file (file_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
