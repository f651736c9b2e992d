-- The sales that wait for a customer, a product or a price, as the rules understood them.
CREATE TABLE IF NOT EXISTS parked_sale (
  file_id     INT            NOT NULL,
  line        INT            NOT NULL,
  sale_id     VARCHAR(160)   NOT NULL,
  order_id    VARCHAR(64)    NOT NULL,
  customer_id VARCHAR(64)    NOT NULL,
  product_id  VARCHAR(64)    NOT NULL,
  sale_date   DATE           NOT NULL,
  quantity    INT            NOT NULL,
  unit_price  DECIMAL(19, 4),
  PRIMARY KEY (file_id, line),
  KEY parked_sale_id (sale_id),
  KEY parked_sale_customer (customer_id),
  KEY parked_sale_product (product_id),
  CONSTRAINT parked_sale_row FOREIGN KEY (file_id, line) REFERENCES quarantine (file_id, line)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
