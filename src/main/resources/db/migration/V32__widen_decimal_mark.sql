-- Columns may differ in their decimal mark: point,price=comma. Doing this twice changes nothing.
ALTER TABLE etl_file
  MODIFY COLUMN decimal_mark VARCHAR(255);
