CREATE TABLE IF NOT EXISTS dim_product (
  product_key    INT            NOT NULL AUTO_INCREMENT,
  product_id     VARCHAR(64)    NOT NULL,
  name           VARCHAR(255)   NOT NULL,
  category       VARCHAR(255)   NOT NULL,
  cost_price     DECIMAL(19, 4),
  price          DECIMAL(19, 4),
  source_file_id INT            NOT NULL,
  source_line    INT            NOT NULL,
  PRIMARY KEY (product_key),
  UNIQUE KEY dim_product_id (product_id),
  KEY dim_product_category (category),
  KEY dim_product_source (source_file_id),
  CONSTRAINT dim_product_source FOREIGN KEY (source_file_id) REFERENCES etl_file (file_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
