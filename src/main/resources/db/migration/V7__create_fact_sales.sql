-- One row a sale (a line of an order). Where the file brings no sale_id, it is made of order_id, product_id and the
-- number of that pair's occurrence in the file, joined by U+001F: 160 characters hold the longest of them.
CREATE TABLE IF NOT EXISTS fact_sales (
  sale_key       BIGINT         NOT NULL AUTO_INCREMENT,
  sale_id        VARCHAR(160)   NOT NULL,
  order_id       VARCHAR(64)    NOT NULL,
  customer_key   INT            NOT NULL,
  product_key    INT            NOT NULL,
  date_key       INT            NOT NULL,
  quantity       INT            NOT NULL,
  unit_price     DECIMAL(19, 4) NOT NULL,
  revenue        DECIMAL(19, 4) NOT NULL,
  source_file_id INT            NOT NULL,
  source_line    INT            NOT NULL,
  PRIMARY KEY (sale_key),
  UNIQUE KEY fact_sales_id (sale_id),
  KEY fact_sales_customer (customer_key),
  KEY fact_sales_product (product_key),
  KEY fact_sales_date (date_key),
  KEY fact_sales_source (source_file_id),
  CONSTRAINT fact_sales_customer FOREIGN KEY (customer_key) REFERENCES dim_customer (customer_key),
  CONSTRAINT fact_sales_product FOREIGN KEY (product_key) REFERENCES dim_product (product_key),
  CONSTRAINT fact_sales_date FOREIGN KEY (date_key) REFERENCES dim_date (date_key),
  CONSTRAINT fact_sales_source FOREIGN KEY (source_file_id) REFERENCES etl_file (file_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
