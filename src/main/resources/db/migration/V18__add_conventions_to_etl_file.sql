-- How each file was read, and what in it told so; null where it was not read at all, or before that was kept.
-- Header_hash is the same for files with the same columns.
ALTER TABLE etl_file
  ADD COLUMN encoding     VARCHAR(16),
  ADD COLUMN date_order   VARCHAR(16),
  ADD COLUMN decimal_mark VARCHAR(16),
  ADD COLUMN evidence     VARCHAR(1000),
  ADD COLUMN header_hash  CHAR(64);
