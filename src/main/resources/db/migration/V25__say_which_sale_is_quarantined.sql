-- What a sale says of itself, as far as it can be read: so a slice knows what waits for it. Rows from before say nothing.
ALTER TABLE quarantine
  ADD COLUMN date_key    INT,
  ADD COLUMN customer_id VARCHAR(64),
  ADD COLUMN product_id  VARCHAR(64),
  ADD KEY quarantine_slice (status, kind, date_key, amount);
