UPDATE parked_sale
SET customer_id = :pseudonym
WHERE customer_id = :id
