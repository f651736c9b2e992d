-- A separate statement: an INSERT takes 0 as a wish for the next number.
UPDATE dim_customer
SET customer_key = 0
WHERE customer_id = '' AND customer_key <> 0
