INSERT INTO described_customer (line, customer_id, name, email, city)
VALUES (?, ?, ?, ?, ?)
