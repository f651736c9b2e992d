UPDATE quarantine
SET raw = :raw, faults = :faults, customer_id = :customer
WHERE quarantine_id = :row
