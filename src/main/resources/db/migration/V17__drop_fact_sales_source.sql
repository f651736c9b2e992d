-- Nobody looks sales up by their file, and a key that every load has to build takes a twentieth of its time.
ALTER TABLE fact_sales
  DROP FOREIGN KEY fact_sales_source,
  DROP KEY fact_sales_source;
