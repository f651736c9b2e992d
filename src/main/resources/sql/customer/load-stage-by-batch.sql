INSERT INTO stage_customer (line, customer_id, name, email, city)
VALUES (?, ?, ?, ?, ?)
