-- As in a file without a name, the id is the name.
UPDATE dim_customer
SET customer_id = :pseudonym, name = :pseudonym, email = NULL
WHERE customer_key = :key
