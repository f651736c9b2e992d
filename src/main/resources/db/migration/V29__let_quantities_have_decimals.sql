-- Quantities have up to four decimals (0.35 kg), and their sums too. Each change does nothing where it has been done, so that a start
-- which was cut off can be repeated.
ALTER TABLE fact_sales
  MODIFY quantity DECIMAL(15, 4) NOT NULL;
ALTER TABLE parked_sale
  MODIFY quantity DECIMAL(15, 4) NOT NULL;
ALTER TABLE rollup_customer
  MODIFY quantity DECIMAL(38, 4) NOT NULL;
ALTER TABLE rollup_product
  MODIFY quantity DECIMAL(38, 4) NOT NULL;
ALTER TABLE rollup_day
  MODIFY quantity DECIMAL(38, 4) NOT NULL;
ALTER TABLE rollup_month
  MODIFY quantity DECIMAL(38, 4) NOT NULL;
